#!/usr/bin/env python3
"""Makes assets/speech/readings.txt and words.txt: how characters and words are read.

    app/speech/prepare.py --terra FILE [--unihan /usr/share/unicode] [--out assets/speech]

Unihan comes with Debian's unicode-data (Unicode licence); FILE is terra_pinyin.dict.yaml of Debian's
rime-data-terra-pinyin (LGPL-3), unpacked anywhere. Whole and repeatable: the same inputs give the same bytes.

readings.txt: one line per syllable, "yin2 ...": every character whose first reading it is.
words.txt:    words in which a character is read otherwise, "... yin2 hang2", and words without readings, which keep
              others from being found across their edges.
"""
import argparse
import bz2
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

# Where the most frequent reading is no good guess for a character that stands alone or in an unknown word.
FIRST = {"子": "zi5", "地": "di4", "长": "chang2", "罢": "ba4", "儿": "er2", "不": "bu4", "一": "yi1", "予": "yu3", "谁": "shei2"}
# Characters that are light by themselves; any other is light only in a word.
LIGHT = set("的了着吗呢吧嘛们么得子啦呀哩呗")
# Words of the list that are old or rare, and hide in everyday sentences.
NOT_WORDS = set("的信 的是 准的 打的 的准 不给 了案 了帐 了账 的当 的证 的决 得要 得亏 行行 一通 上都 多难 履行 行能 行能".split())
# Words that the list has otherwise than they are said in the mainland today.
SAID = {"便宜": "pian2 yi5", "困难": "kun4 nan2", "地下": "di4 xia4", "会计": "kuai4 ji4", "上当": "shang4 dang4",
        "没收": "mo4 shou1", "没收到": "mei2 shou1 dao4", "没收全": "mei2 shou1 quan2", "没收过": "mei2 shou1 guo4",
        "得要": "dei3 yao4", "当天": "dang4 tian1", "着急": "zhao2 ji2", "薄弱": "bo2 ruo4",
        "应用": "ying4 yong4", "答应": "da1 ying5", "朝鲜": "chao2 xian3", "泄露": "xie4 lou4", "亲戚": "qin1 qi5",
        "疑似": "yi2 si4", "不予": "bu4 yu3", "调休": "tiao2 xiu1", "代为": "dai4 wei2", "得以": "de2 yi3",
        "量血压": "liang2 xue4 ya1", "丽水": "li2 shui3", "慢慢地": "man4 man4 de5", "不给": "bu4 gei3", "长大": "zhang3 da4",
        "子女": "zi3 nv3", "孙子女": "sun1 zi3 nv3", "电子": "dian4 zi3", "孩子": "hai2 zi5", "儿子女儿": "er2 zi5 nv3 er2",
        "父子": "fu4 zi3", "母子": "mu3 zi3", "亲子": "qin1 zi3", "种子": "zhong3 zi5", "独子": "du2 zi3", "女子": "nv3 zi3", "男子": "nan2 zi3"}
WORD_MAX = 6
PLAIN_MAX = 3
TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


def plain(marked):
    """A syllable with its tone as a digit, u-umlaut as v: "nǚ" is nv3."""
    tone, letters = "5", []
    for c in unicodedata.normalize("NFD", marked.lower()):
        if c in TONES:
            tone = TONES[c]
        elif c == "\u0308":
            letters[-1] = "v"
        elif c != "\u0302":
            letters.append(c)
    word = "".join(letters)
    return word + tone if re.fullmatch("[a-z]+", word) else None


def unihan(folder, name):
    with bz2.open(folder / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                yield int(code[2:], 16), field, value


def read_characters(folder):
    """First reading of every character; all that are current in the mainland; the 8105 characters of its standard."""
    first, current, standard = {}, defaultdict(list), set()
    fields = defaultdict(dict)
    for code, field, value in unihan(folder, "Unihan_Readings.txt.bz2"):
        if field in ("kMandarin", "kHanyuPinlu", "kXHC1983", "kTGHZ2013", "kHanyuPinyin"):
            fields[code][field] = value
    for code, of in fields.items():
        counted = [plain(p) for p in re.findall(r"([^\s(]+)\(", of.get("kHanyuPinlu", ""))]
        listed = [plain(p) for name in ("kTGHZ2013", "kXHC1983") if name in of
                  for entry in of[name].split() for p in entry.split(":")[1].split(",")]
        mandarin = [plain(p) for p in of.get("kMandarin", "").split()]
        old = [plain(p) for entry in of.get("kHanyuPinyin", "").split() for p in entry.split(":")[1].split(",")]
        order = [p for p in counted + mandarin + listed + old if p]
        if not order:
            continue
        heard = [p for p in order if p[-1] != "5" or chr(code) in LIGHT]
        first[code] = FIRST.get(chr(code), (heard or order)[0])
        current[code] = list(dict.fromkeys(p for p in counted + listed if p))
        if "kTGHZ2013" in of:
            standard.add(code)
    return first, current, standard


def simplifier(folder):
    to = {}
    for code, field, value in unihan(folder, "Unihan_Variants.txt.bz2"):
        if field == "kSimplifiedVariant":
            choices = [int(v[2:], 16) for v in value.split()]
            if code not in choices:
                to[code] = choices[0]
    # One character became two or three in the simplified script: the one that most words have.
    to.update({0x8457: 0x7740, 0x4E7E: 0x5E72, 0x9EBC: 0x4E48, 0x5F8C: 0x540E, 0x88E1: 0x91CC, 0x88CF: 0x91CC,
               0x7232: 0x4E3A})
    return lambda word: "".join(chr(to.get(ord(c), ord(c))) for c in word)


def read_words(path, simple):
    """Simplified word -> its readings, in the order of the file."""
    words = defaultdict(list)
    for line in path.read_text(encoding="utf-8").split("\n...\n", 1)[1].splitlines():
        parts = line.split("\t")
        if line.startswith("#") or len(parts) < 2 or len(parts[0]) < 2:
            continue
        syllables = [s.replace("u:", "v").replace("ü", "v") for s in parts[1].split()]
        if len(syllables) == len(parts[0]) and all(re.fullmatch("[a-z]+[1-5]", s) for s in syllables):
            words[simple(parts[0])].append(syllables)
    return words


def is_current(char, syllable, first, current):
    known = current.get(ord(char))
    if not known or ord(char) not in first:
        return False
    if char in "一不":
        return True
    # A light second half is how the word is said, whatever the character's list has.
    return syllable in known or (syllable[-1] == "5" and any(k[:-1] == syllable[:-1] for k in known))


def base(char, syllable, first):
    """一 and 不 change their tone by what follows: that is a rule of the program, not a reading."""
    return first[ord(char)] if char in "一不" and syllable[:-1] in ("yi", "bu") else syllable


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--terra", type=Path, required=True)
    options.add_argument("--unihan", type=Path, default=Path("/usr/share/unicode"))
    options.add_argument("--out", type=Path, default=Path("assets/speech"))
    options = options.parse_args()

    first, current, standard = read_characters(options.unihan)
    by_syllable = defaultdict(list)
    for code, syllable in sorted(first.items()):
        by_syllable[syllable].append(chr(code))
    (options.out / "readings.txt").write_text(
        "".join(f"{s} {''.join(chars)}\n" for s, chars in sorted(by_syllable.items())), encoding="utf-8")

    plain_words, other = set(), {}
    for word, choices in read_words(options.terra, simplifier(options.unihan)).items():
        if len(word) > WORD_MAX or not all(ord(c) in standard for c in word):
            continue
        sound = [c for c in choices if all(is_current(w, s, first, current) for w, s in zip(word, c))]
        if not sound:
            continue
        # Of several readings the one with the fewest surprises, then the first.
        best = min(sound, key=lambda c: sum(base(w, s, first) != first[ord(w)] for w, s in zip(word, c)))
        best = [base(w, s, first) for w, s in zip(word, best)]
        if all(s == first[ord(w)] for w, s in zip(word, best)):
            plain_words.add(word)
        else:
            other[word] = best

    # A word of which a part alone is listed with the same sound needs no line of its own.
    def told_by_parts(word):
        heard, at = [], 0
        while at < len(word):
            for end in range(len(word), at, -1):
                part = word[at:end]
                if part != word and part in other:
                    heard += other[part]
                    break
            else:
                end = at + 1
                heard.append(first[ord(word[at])])
            at = end
        return heard
    for word in NOT_WORDS:
        other.pop(word, None)
    for word, said in SAID.items():
        other[word] = said.split()
    lines = {w: s for w, s in other.items() if told_by_parts(w) != s}
    # Words that are read as their characters are listed without a reading: so no word is found across their edges.
    for word in plain_words:
        if len(word) <= PLAIN_MAX or told_by_parts(word) != [first[ord(c)] for c in word]:
            lines[word] = []
    (options.out / "words.txt").write_text(
        "".join(" ".join([w, *s]) + "\n" for w, s in sorted(lines.items())), encoding="utf-8")
    print(f"{len(first)} characters, {len(by_syllable)} syllables, {len(lines)} words")


main()
