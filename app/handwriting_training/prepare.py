#!/usr/bin/env python3
"""Puts together what the recogniser is trained from: one line of strokes for each character, in one text file.

prepare.py --strokes HANZI_WRITER_DATA --parts HANZI --signs FILE [--unihan FOLDER] --out FILE

Strokes are the middle lines that hanzi-writer-data publishes (Arphic Public License). Characters of the general standard
list (Unihan's kTGH: 8105) that it lacks are put together from their parts, as the table in the package hanzi tells them
(Gavin Grover's cjk-decomp); for a simplified character that the table lacks, as its traditional form has them. A part is
taken from a character that has it at the same place, so that it comes with the right proportions; 'across' and 'down'
make up nearly all. Digits and letters come from --signs.

A line: code point in hexadecimal; 1 to 3, its level in the standard list, or 0, not in it, or 9, a sign; then strokes, each
a run of x,y;x,y with y down, in a square of about 1024. Sorted by code point, the same bytes for the same input.
"""
import argparse, bz2, json, pathlib, re, sys

DEPTH_MAX = 4  # of parts within parts
# In a simplified character a traditional radical at this side looks like that: Unihan knows these only as separate signs.
NARROW = {'金': '钅', '言': '讠', '訁': '讠', '糹': '纟', '飠': '饣', '食': '饣'}
# How a table's word for an arrangement is read: the axis, and whether the second part is written within the first.
ARRANGEMENTS = {'a': 'across', 'd': 'down', 'd/t': 'down', 'd/m': 'down', 'ra': 'across', 'rd': 'down',
                'stl': 'within', 'st': 'within', 'str': 'within', 'sl': 'within', 's': 'within', 'sbl': 'within', 'sb': 'within'}
PILES = ('r3tr', 'r4sq')  # one above two of the same, two above two
WRITTEN_LAST = '辶廴'  # these go around what was written before them


def read_strokes(folder):
    glyphs = {}
    for path in sorted(pathlib.Path(folder).glob('*.json')):
        if len(path.stem) == 1:
            medians = json.loads(path.read_text(encoding='utf-8'))['medians']
            glyphs[path.stem] = [[(x, 900 - y) for x, y in stroke] for stroke in medians]
    return glyphs


def read_parts(package):
    text = (pathlib.Path(package) / 'lib/data/cjk-decomp.txt.js').read_text(encoding='utf-8')
    found = re.findall(r'^(?:module\.exports = `)?([^\s:]+):([a-z0-9/]+)\(([^)]*)\)', text, re.M)
    return {name: (kind, parts.split(',') if parts else []) for name, kind, parts in found}


def unihan(folder, name, wanted):
    for line in bz2.open(pathlib.Path(folder) / f'Unihan_{name}.txt.bz2', 'rt', encoding='utf-8'):
        fields = line.rstrip('\n').split('\t')
        if len(fields) == 3 and fields[1] == wanted:
            yield chr(int(fields[0][2:], 16)), fields[2]


def variants(folder, wanted):
    """Of each character the first variant that is another one."""
    found = {}
    for character, value in unihan(folder, 'Variants', wanted):
        others = [chr(int(word[2:].split('<')[0], 16)) for word in value.split()]
        others = [other for other in others if other != character]
        if others:
            found[character] = others[0]
    return found


def box(strokes):
    xs = [x for stroke in strokes for x, _ in stroke]
    ys = [y for stroke in strokes for _, y in stroke]
    return min(xs), min(ys), max(xs), max(ys)


def fitted(strokes, into, axes=(0, 1)):
    """The strokes scaled into a box, along the given axes only."""
    have = box(strokes)
    scale, start = [1, 1], [0, 0]
    for axis in axes:
        size = have[axis + 2] - have[axis]
        scale[axis] = (into[axis + 2] - into[axis]) / size if size > 0 else 1
        start[axis] = into[axis] - have[axis] * scale[axis]
    return [[(x * scale[0] + start[0], y * scale[1] + start[1]) for x, y in stroke] for stroke in strokes]


class Composer:
    def __init__(self, glyphs, parts, traditional, simplified):
        self.glyphs, self.parts, self.traditional, self.simplified = glyphs, parts, traditional, simplified
        self.at_place = {}  # (arrangement, place, part) -> characters that have it there, all of whose strokes are known
        for character in glyphs:
            whole = self.arranged(character)
            if whole and self.split(character, whole):
                for place, part in enumerate(whole[1]):
                    self.at_place.setdefault((whole[0], place, part), []).append(character)

    def arranged(self, name):
        """(arrangement, (part, part)) of a character or an entry of the table; None where it has not two parts."""
        kind, parts = self.parts.get(name, ('', []))
        axis = ARRANGEMENTS.get(kind)
        if kind in ('ra', 'rd'):
            parts = parts * 2
        if kind in PILES:
            pair = name + '+2'
            self.parts[pair] = ('a', parts * 2)
            return 'down', (parts[0] if kind == 'r3tr' else pair, pair)
        if axis is None or len(parts) < 2:
            return None
        if len(parts) > 2:  # three in a row: the first, and the rest as an entry of its own
            rest = name + '+' + str(len(parts) - 1)
            self.parts[rest] = (kind, parts[1:])
            parts = [parts[0], rest]
        return axis, tuple(parts)

    def split(self, character, whole):
        """The strokes of the two parts within a character that we have; None where they cannot be told apart."""
        arrangement, (first, second) = whole
        strokes = self.glyphs[character]
        if first not in self.glyphs and second not in self.glyphs:
            return None
        count = len(self.glyphs[first]) if first in self.glyphs else len(strokes) - len(self.glyphs[second])
        if second in self.glyphs and count + len(self.glyphs[second]) != len(strokes) or not 0 < count < len(strokes):
            return None
        if first in WRITTEN_LAST:
            return strokes[-count:], strokes[:-count]
        if first == '囗':
            return strokes[:2] + strokes[-1:], strokes[2:-1]
        one, two = strokes[:count], strokes[count:]
        a, b = box(one), box(two)
        axis = {'across': 0, 'down': 1}.get(arrangement)
        if axis is not None and a[axis] + a[axis + 2] >= b[axis] + b[axis + 2]:
            return None
        return one, two

    def strokes(self, name, depth=0):
        """Of a character or an entry of the table, in its own square; None where they cannot be had."""
        if name in self.glyphs:
            return self.glyphs[name]
        whole = self.arranged(name)
        if whole is None and name in self.traditional:
            whole = self.arranged(self.traditional[name])
            if whole:
                whole = whole[0], tuple(self.simple(part) for part in whole[1])
        if whole is None or depth == DEPTH_MAX:
            return None
        return self.joined(whole, depth + 1)

    def simple(self, part, depth=0):
        if part in NARROW:
            return NARROW[part]
        if part in self.simplified:
            return self.simplified[part]
        whole = None if part in self.glyphs or depth == DEPTH_MAX else self.arranged(part)
        if whole is None:
            return part
        self.parts[part + "'"] = self.parts[part][0], [self.simple(inner, depth + 1) for inner in whole[1]]
        return part + "'"

    def lender(self, whole, place, others):
        """The two parts of the character that has this part at this place, beside one of about as many strokes."""
        known = self.at_place.get((whole[0], place, whole[1][place]), [])
        pairs = [(character, self.split(character, self.arranged(character))) for character in known]
        if not pairs:
            return None
        return min(pairs, key=lambda pair: (abs(len(pair[1][1 - place]) - others), pair[0]))[1]

    def joined(self, whole, depth):
        arrangement, parts = whole
        own = [self.strokes(part, depth) for part in parts]
        count = [len(strokes) if strokes else 5 for strokes in own]
        lent = [self.lender(whole, place, count[1 - place]) for place in (0, 1)]
        axes = {'across': (0,), 'down': (1,)}.get(arrangement, (0, 1))
        if lent[0] and (lent[1] or own[1]):  # the first part as it is there, the second into the room beside it
            first, room = lent[0][0], box(lent[0][1])
            second = fitted(lent[1][1], room, axes) if lent[1] else fitted(own[1], room)
        elif lent[1] and own[0]:
            first, second = fitted(own[0], box(lent[1][0])), lent[1][1]
        elif arrangement == 'within' or None in own:
            return None
        else:
            share = min(0.6, max(0.36, count[0] / sum(count)))
            cut = 80 + 860 * share
            rooms = {'across': ((80, 60, cut - 30, 860), (cut + 30, 60, 940, 860)),
                     'down': ((80, 60, 940, cut - 50), (80, cut - 10, 940, 860))}[arrangement]
            first, second = fitted(own[0], rooms[0]), fitted(own[1], rooms[1])
        if parts[0] in WRITTEN_LAST:
            return second + first
        if parts[0] == '囗':
            return first[:2] + second + first[2:]
        return first + second


def line(code, level, strokes):
    runs = (';'.join(f'{round(x)},{round(y)}' for x, y in stroke) for stroke in strokes)
    return f'{code:04X} {level} {" ".join(runs)}\n'


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    for option in ('--strokes', '--parts', '--signs', '--out'):
        arguments.add_argument(option, required=True)
    arguments.add_argument('--unihan', default='/usr/share/unicode')
    given = arguments.parse_args()

    glyphs = read_strokes(given.strokes)
    composer = Composer(glyphs, read_parts(given.parts), variants(given.unihan, 'kTraditionalVariant'),
                        variants(given.unihan, 'kSimplifiedVariant'))
    place = {c: int(value.split(':')[1]) for c, value in unihan(given.unihan, 'OtherMappings', 'kTGH')}
    level = {c: 1 if n <= 3500 else 2 if n <= 6500 else 3 for c, n in place.items()}

    lines = {ord(c): line(ord(c), level.get(c, 0), strokes) for c, strokes in glyphs.items()}
    missing = []
    for character in sorted(set(level) - set(glyphs)):
        strokes = composer.strokes(character)
        if strokes:
            lines[ord(character)] = line(ord(character), level[character], strokes)
        else:
            missing.append(character)
    made = len(lines) - len(glyphs)
    for text in pathlib.Path(given.signs).read_text(encoding='utf-8').splitlines():
        if text and not text.startswith('#'):
            sign, strokes = text.split(' ', 1)
            lines.setdefault(ord(sign), '')
            lines[ord(sign)] += f'{ord(sign):04X} 9 {strokes}\n'
    pathlib.Path(given.out).write_text(''.join(lines[code] for code in sorted(lines)), encoding='utf-8')
    print(f'{len(glyphs)} characters with published strokes, {made} put together, {len(level) - len(missing)} of the '
          f'{len(level)} of the standard list; not to be had: {"".join(missing)}')


if __name__ == '__main__':
    sys.exit(main())
