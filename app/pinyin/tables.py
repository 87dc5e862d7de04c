#!/usr/bin/env python3
"""Builds assets/writing/sounds.txt and radicals.txt: which characters sound so, which have this radical.

    app/pinyin/tables.py [--unicode /usr/share/unicode] [--out assets/writing]

Sources, all of Debian 12: unicode-data (Unihan: readings, radicals, strokes, the standard list kTGH), libpinyin (how
common a character is with a sound), and the fonts of app/platform: what they cannot draw is left out. The same sources
give the same bytes.
"""
import argparse
import bz2
import ctypes
import pathlib
import sys
import unicodedata

FONTS = [("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
         ("/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf", 0),
         ("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf", 0)]
PINYIN_DATA = b"/usr/lib/x86_64-linux-gnu/libpinyin/data"

# How a radical looks where it stands beside other parts: number, form, strokes. Unihan names only the 214 themselves
# and, with a mark behind the number, their simplified forms.
SIMPLIFIED = {
    90: ("丬", 3), 120: ("纟", 3), 147: ("见", 4), 149: ("讠", 2), 154: ("贝", 4), 159: ("车", 4), 167: ("钅", 5),
    168: ("长", 4), 169: ("门", 3), 178: ("韦", 4), 181: ("页", 6), 182: ("风", 4), 183: ("飞", 3), 184: ("饣", 3),
    187: ("马", 3), 195: ("鱼", 8), 196: ("鸟", 5), 197: ("卤", 7), 199: ("麦", 7), 201: ("黄", 11), 205: ("黾", 8),
    210: ("齐", 6), 211: ("齿", 8), 212: ("龙", 5), 213: ("龟", 7)}
FORMS = [
    (5, "乚", 1), (9, "亻", 2), (18, "刂", 2), (26, "㔾", 2), (42, "⺌", 3), (47, "川", 3), (58, "彑", 3), (61, "忄", 3),
    (64, "扌", 3), (66, "攵", 4), (80, "母", 5), (85, "氵", 3), (85, "氺", 5), (86, "灬", 4), (87, "爫", 4), (93, "牜", 4),
    (94, "犭", 3), (96, "王", 4), (109, "罒", 5), (113, "礻", 4), (118, "⺮", 6), (122, "罒", 5), (123, "⺶", 6),
    (125, "耂", 4), (130, "月", 4), (140, "艹", 3), (145, "衤", 5), (146, "覀", 6), (157, "⻊", 7), (162, "辶", 3),
    (163, "阝", 2), (170, "阝", 2), (184, "飠", 8)]


def fields(folder, name, wanted):
    with bz2.open(folder / f"Unihan_{name}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] in wanted:
                yield chr(int(parts[0][2:], 16)), parts[1], parts[2]


def plain(reading):
    """hóng -> hong, lǘ -> lv."""
    letters = unicodedata.normalize("NFD", reading.lower())
    letters = letters.replace("u\u0308", "v")
    letters = "".join(c for c in letters if c.isascii() and c.isalpha())
    return {"lue": "lve", "nue": "nve"}.get(letters, letters)


class Drawable:
    def __init__(self):
        ft = ctypes.CDLL("libfreetype.so.6")
        ft.FT_Get_Char_Index.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        library = ctypes.c_void_p()
        ft.FT_Init_FreeType(ctypes.byref(library))
        self.ft, self.faces = ft, []
        for path, index in FONTS:
            face = ctypes.c_void_p()
            if ft.FT_New_Face(library, path.encode(), ctypes.c_long(index), ctypes.byref(face)):
                sys.exit(f"the font {path} is missing; run ./run setup")
            self.faces.append(face)

    def __call__(self, character):
        return any(self.ft.FT_Get_Char_Index(face, ord(character)) for face in self.faces)


class GArray(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("len", ctypes.c_uint)]


def commonness():
    """(character, sound) -> how often libpinyin's corpus has it."""
    lib = ctypes.CDLL("libpinyin.so.15")
    lib.pinyin_init.restype = lib.pinyin_begin_get_phrases.restype = ctypes.c_void_p
    lib.pinyin_begin_get_phrases.argtypes = [ctypes.c_void_p, ctypes.c_uint]
    for name in ("pinyin_iterator_has_next_phrase", "pinyin_iterator_get_next_phrase"):
        getattr(lib, name).restype = ctypes.c_bool
    lib.pinyin_iterator_has_next_phrase.argtypes = lib.pinyin_end_get_phrases.argtypes = [ctypes.c_void_p]
    lib.pinyin_iterator_get_next_phrase.argtypes = [ctypes.c_void_p, ctypes.POINTER(ctypes.c_char_p),
                                                    ctypes.POINTER(ctypes.c_char_p), ctypes.POINTER(ctypes.c_int)]
    context = lib.pinyin_init(PINYIN_DATA, None)
    if not context:
        sys.exit("libpinyin's data are missing; run ./run setup")
    shares = {}  # character -> sound -> how often it has this one
    for library in (1, 2, 3, 4):
        each = lib.pinyin_begin_get_phrases(context, library)
        while lib.pinyin_iterator_has_next_phrase(each):
            phrase, sound, count = ctypes.c_char_p(), ctypes.c_char_p(), ctypes.c_int()
            if not lib.pinyin_iterator_get_next_phrase(each, phrase, sound, count):
                break
            text = phrase.value.decode()
            if len(text) == 1:
                sounds = shares.setdefault(text, {})
                sounds[sound.value.decode()] = max(sounds.get(sound.value.decode(), 0), count.value)
        lib.pinyin_end_get_phrases(each)
    glib = ctypes.CDLL("libglib-2.0.so.0")
    glib.g_array_new.restype = ctypes.POINTER(GArray)
    lib.pinyin_alloc_instance.restype = ctypes.c_void_p
    lib.pinyin_alloc_instance.argtypes = [ctypes.c_void_p]
    lib.pinyin_lookup_tokens.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(GArray)]
    lib.pinyin_token_get_unigram_frequency.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.POINTER(ctypes.c_uint)]
    instance = lib.pinyin_alloc_instance(context)
    found = {}
    for text, sounds in shares.items():
        tokens = glib.g_array_new(0, 0, 4)
        lib.pinyin_lookup_tokens(instance, text.encode(), tokens)
        often = 0
        for i in range(tokens.contents.len):
            token = ctypes.cast(tokens.contents.data, ctypes.POINTER(ctypes.c_uint))[i]
            frequency = ctypes.c_uint()
            lib.pinyin_token_get_unigram_frequency(instance, token, frequency)
            often = max(often, frequency.value)
        for sound, count in sounds.items():
            found[(text, sound)] = (often + 1) * count / sum(sounds.values())
    return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--unicode", type=pathlib.Path, default=pathlib.Path("/usr/share/unicode"))
    arguments.add_argument("--out", type=pathlib.Path, default=pathlib.Path("assets/writing"))
    given = arguments.parse_args()
    drawable = Drawable()

    standard = {}  # character -> place in the list of 8105, common ones first
    for character, _, value in fields(given.unicode, "OtherMappings", {"kTGH"}):
        standard[character] = int(value.split(":")[1])

    sounds = {}  # sound -> characters
    with_sound = set()
    order = ("kTGHZ2013", "kMandarin", "kXHC1983", "kHanyuPinyin")
    readings = {}
    for character, field, value in fields(given.unicode, "Readings", set(order)):
        readings.setdefault(character, {})[field] = value
    for character, by_field in readings.items():
        if not drawable(character):
            continue
        # Of characters outside the list only the customary reading: old dictionaries give a dozen.
        wanted = order[:2] if character in standard else order[1:2] if "kMandarin" in by_field else order[2:]
        for field in wanted:
            for part in by_field.get(field, "").split(" "):
                for reading in part.split(":")[-1].split(","):
                    sound = plain(reading)
                    if sound:
                        sounds.setdefault(sound, set()).add(character)
                        with_sound.add(character)
    common = commonness()
    lines = ["# Characters by sound: the standard list, the commoner first; then, after a tab, all others that can be",
             "# drawn. Made by app/pinyin/tables.py from Unicode's Unihan data and libpinyin; not to be edited."]
    for sound in sorted(sounds):
        def key(character, sound=sound):
            return (-common.get((character, sound), 0), standard.get(character, 9999), ord(character))
        first = sorted((c for c in sounds[sound] if c in standard), key=key)
        rest = sorted((c for c in sounds[sound] if c not in standard), key=key)
        lines.append("\t".join([sound, "".join(first), "".join(rest)]).rstrip("\t") if rest else
                     sound + "\t" + "".join(first))
    (given.out / "sounds.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

    strokes = {}  # of the radicals themselves
    by_radical = {}  # "120'" -> residual strokes -> characters
    total = {}
    for character, field, value in fields(given.unicode, "IRGSources", {"kRSUnicode", "kTotalStrokes"}):
        if field == "kTotalStrokes":
            total[character] = int(value.split(" ")[0])
            continue
        if 0xF900 <= ord(character) <= 0xFAFF and character not in "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩" or 0x2F800 <= ord(character) <= 0x2FA1F:
            continue  # compatibility forms of characters that are there already
        if not drawable(character):
            continue
        for one in value.split(" "):
            radical, rest = one.split(".")
            rest = max(0, int(rest))
            radical = radical.rstrip("'") + ("'" if "'" in radical else "")
            by_radical.setdefault(radical, {}).setdefault(rest, set()).add(character)
    forms = []
    for line in (given.unicode / "CJKRadicals.txt").read_text(encoding="utf-8").splitlines():
        parts = [p.strip() for p in line.split("#")[0].split(";")]
        if len(parts) == 3 and parts[0].isdigit():
            character = chr(int(parts[2], 16))
            forms.append((int(parts[0]), character, total[character], parts[0]))
    for number, (form, count) in SIMPLIFIED.items():
        if f"{number}'" in by_radical:
            forms.append((number, form, count, f"{number}'"))
    for number, form, count in FORMS:
        forms.append((number, form, count, str(number)))
    forms.sort(key=lambda f: (f[2], f[0], f[3]))
    lines = ["# Characters by radical and remaining strokes: every one that the kiosk's fonts draw. Made by",
             "# app/pinyin/tables.py from Unicode's Unihan data (kRSUnicode, kTotalStrokes); not to be edited.",
             "# First the forms of the radicals: form, its strokes, the list it leads to."]
    for _, form, count, name in forms:
        lines.append(f"form\t{form}\t{count}\t{name}")
    lines.append("# Then the lists: name, remaining strokes, characters; those of the standard list first.")
    for radical in sorted(by_radical, key=lambda r: (int(r.rstrip("'")), r)):
        for rest in sorted(by_radical[radical]):
            characters = sorted(by_radical[radical][rest], key=lambda c: (standard.get(c, 9999), ord(c)))
            lines.append(f"list\t{radical}\t{rest}\t{''.join(characters)}")
    (given.out / "radicals.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    missing = [c for c in standard if c not in with_sound]
    print(f"{len(sounds)} sounds, {len(by_radical)} lists; of the standard list {len(missing)} have no sound")


if __name__ == "__main__":
    main()
