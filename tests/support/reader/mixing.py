"""FORMAT.md, section 4.1: a text mixed and coded."""
import re

from reader.blocks import number, refuse_if

MIXED_TEXT_MAX = 16384

WORD = 0xFFFFFFFF
HALF = 0x80000000
EMPTY = (0, 0, 0)  # a slot: probability, count, check
LOGISTIC = [1, 1, 1, 2, 3, 5, 8, 13, 22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812, 11955, 17625, 24743]
LOGISTIC += [32768, 40793, 47911, 53581, 57724, 60565, 62428, 63615, 64357, 64816, 65097, 65269, 65374, 65438, 65476, 65500]
LOGISTIC += [65514, 65523, 65528, 65531, 65533, 65534, 65535, 65535, 65535]


def clamp(value, low, high):
    return max(low, min(high, value))


def signed(value):
    return (value & WORD) - (1 << 32 if value & 0x80000000 else 0)


def squash(d):
    x = clamp(d, -3071, 3071) + 3072
    i, f = x >> 7, x & 127
    return LOGISTIC[i] * (128 - f) + LOGISTIC[i + 1] * f + 64 >> 7


def make_stretch():
    table, d = [], -3071
    for step in range(4096):
        while d < 3071 and squash(d) < 16 * step + 8:
            d += 1
        table.append(d)
    return table


STRETCH = make_stretch()


def stir(a, b):
    x = a * 0x2F0B4C47 + b * 0x9E3779B1 + 0x5BD1E995 & WORD
    x = (x ^ x >> 15) * 0x85EBCA6B & WORD
    return x ^ x >> 13


class Place:
    """Where in a text the next byte stands."""

    def __init__(self):
        self.last = self.c1 = self.c2 = self.part = self.missing = 0
        self.since = self.position = self.key = self.key_before = self.string = self.depth = 0
        self.in_string = self.is_value = self.escaped = self.in_array = self.closed = False

    def begin(self, since):
        self.since, self.position = since, 0

    def take(self, byte):
        self.last = (self.last << 8 | byte) & WORD
        self.closed = False
        if self.missing == 0 and 0xC0 <= byte < 0xF8:
            self.missing = 3 if byte >= 0xF0 else 2 if byte >= 0xE0 else 1
            self.part = byte
        else:
            self.part = self.part << 8 | byte if self.missing else byte
            self.missing = max(0, self.missing - 1)
            if self.missing == 0:
                self.c2, self.c1, self.part = self.c1, self.part, 0
                self.position += 1
        character = chr(byte)
        if self.in_string:
            if character == '"' and not self.escaped:
                if not self.is_value:
                    self.string = self.since
                self.in_string = False
                self.begin(stir(1, int(self.is_value)))
            else:
                self.escaped = character == "\\" and not self.escaped
                self.since = stir(self.since, byte)
        elif character == '"':
            self.in_string = True
            self.begin(0)
        else:
            self.since = stir(self.since, byte)
            if character == ":":
                self.key_before, self.key, self.is_value = self.key, self.string, True
                self.begin(0)
            elif character == "{":
                self.depth += 1
                self.is_value = self.in_array = False
            elif character == "," and not self.in_array:
                self.is_value = False
            elif character in "[]":
                self.in_array = character == "["
            elif character == "}" and self.depth > 0:
                self.depth -= 1
                self.closed = self.depth == 0

    def copy(self):
        other = Place.__new__(Place)
        other.__dict__.update(self.__dict__)
        return other

    def state(self):
        return 2 * self.in_string + self.is_value

    def kind(self):
        if not self.in_string:
            return 0
        if not self.is_value:
            return 1
        if self.missing:
            return 2
        last = self.last & 0xFF
        return 3 if 48 <= last <= 57 else 4 if last >= 0x80 else 5 if 97 <= last <= 102 else 6


class Model:
    """What the next bit probably is: `one` of 65,536."""

    def __init__(self, dictionary):
        self.slots, self.runs, self.heads = {}, {}, ({}, {})
        self.memory, self.matches, self.weights = bytearray(), [(0, 0), (0, 0)], {}
        self.strengths, self.corrections, self.place = {}, {}, Place()
        self.rate = 14
        self.begin_byte()
        for byte in dictionary or b"":
            for shift in range(7, -1, -1):
                self.take(byte >> shift & 1)
        self.rate = 12
        self.place.depth, self.place.closed = 0, False

    def copy(self):
        """Of a model that stands at the beginning of a byte."""
        other = Model.__new__(Model)
        other.slots, other.runs = dict(self.slots), dict(self.runs)
        other.heads = tuple(dict(head) for head in self.heads)
        other.memory, other.matches = bytearray(self.memory), list(self.matches)
        other.weights = {key: list(values) for key, values in self.weights.items()}
        other.strengths = dict(self.strengths)
        other.corrections = {key: list(values) for key, values in self.corrections.items()}
        other.place, other.rate = self.place.copy(), self.rate
        other.begin_byte()
        return other

    def begin_byte(self):
        at = self.place
        state, unfinished = at.state(), stir(at.part, at.missing)
        here = stir(unfinished, at.position)
        self.contexts = [
            stir(unfinished, 1),
            stir(at.last & 0xFFFF, 2),
            stir(stir(at.key, here), 3),
            stir(stir(at.key, unfinished), 4 + state),
            stir(stir(at.key_before, here), 8 + state),
        ]
        self.hashes = [
            stir(at.last & 0xFFFFFF, 12),
            stir(stir(at.key, at.c1), stir(stir(at.c2, unfinished), 13)),
            stir(stir(at.key, at.key_before), stir(at.since, 14 + state)),
        ]
        self.guesses = []  # [stands, byte, level]
        for hash_ in self.hashes:
            check, count, byte = self.runs.get(hash_ & 0xFFFF, (0, 0, 0))
            self.guesses.append([count > 0 and check == hash_ >> 16, byte, min(count, 15)])
        for start, length in self.matches:
            self.guesses.append([length > 0, self.memory[start] if length else 0, min(length, 31)])
        self.bits, self.count = 1, 0
        self.predict()

    def find_slot(self, context):
        hash_ = stir(context, self.bits)
        check, first = hash_ >> 24 | 1, hash_ & 0x3FFFF
        place, least = first, 256
        for way in (first, first ^ 1, first ^ 2, first ^ 3):
            _, count, checked = self.slots.get(way, EMPTY)
            if checked == check:
                return way
            if count < least:
                place, least = way, count
        self.slots[place] = (32768, 0, check)
        return place

    def strength_of(self, i):
        return i, self.guesses[i][2], self.place.missing > 0, self.count > 3

    def predict(self):
        at, inputs = self.place, []
        self.chosen = []
        for context in self.contexts:
            self.chosen.append(self.find_slot(context))
            probability, count, _ = self.slots[self.chosen[-1]]
            inputs.append(STRETCH[probability >> 4] if count else 0)
        for i, (stands, byte, _) in enumerate(self.guesses):
            opinion = STRETCH[self.strengths.get(self.strength_of(i), 0xC0000000) >> 20] if stands else 0
            inputs.append(opinion if byte >> 7 - self.count & 1 else -opinion)
        inputs.append(256)
        # An input of 0 adds nothing to a sum, and no weight moves by it.
        inputs = self.inputs = [(i, value) for i, value in enumerate(inputs) if value]
        stands, _, level = self.guesses[3]
        matched = 0 if not stands else 3 if level >= 16 else 2 if level >= 8 else 1
        self.sets = [
            (0, (at.kind() * 4 + at.missing) * 4 + matched),
            (1, self.bits),
            (2, min(at.position, 15) * 16 + at.state() * 4 + at.missing),
        ]
        self.said, total = [], 0
        for key in self.sets:
            weights = self.weights.setdefault(key, [18000] * 11)
            added = 0
            for i, value in inputs:
                product = weights[i] * value
                added += (product if -HALF <= product < HALF else signed(product)) >> 8
            d = clamp(signed(added) >> 8, -3071, 3071)
            self.said.append(squash(d))
            total += d
        d = total * 21846 >> 16
        row = (self.bits, at.missing)
        column, beyond = d + 3072 >> 7, d + 3072 & 127
        values = self.corrections.setdefault(row, list(LOGISTIC))
        corrected = values[column] * (128 - beyond) + values[column + 1] * beyond >> 7
        self.correction = values, column + (beyond >= 64)
        self.one = clamp(squash(d) + corrected + 1 >> 1, 8, 65528)

    def take(self, bit):
        for key, said in zip(self.sets, self.said):
            miss = 65536 * bit - said
            if abs(miss) < 256:
                continue
            error = miss * self.rate >> 5
            weights = self.weights[key]
            for i, value in self.inputs:
                weight = weights[i] + (value * error + 4096 >> 13)
                weights[i] = weight if -HALF <= weight < HALF else signed(weight)
        for place in self.chosen:
            probability, count, check = self.slots[place]
            probability += (65535 * bit - probability) * (655360 // (10 * count + 13)) >> 16
            self.slots[place] = (probability, min(count + 1, 127), check)
        for i, guess in enumerate(self.guesses):
            if not guess[0]:
                continue
            key = self.strength_of(i)
            strength = self.strengths.get(key, 0xC0000000)
            guess[0] = guess[1] >> 7 - self.count & 1 == bit
            self.strengths[key] = strength + (WORD - strength >> 6) if guess[0] else strength - (strength >> 6)
        values, column = self.correction
        values[column] += 65535 * bit - values[column] >> 5
        self.bits = self.bits << 1 | bit
        self.count += 1
        if self.count < 8:
            self.predict()
        else:
            self.take_byte(self.bits & 0xFF)
            self.begin_byte()

    def take_byte(self, byte):
        for hash_ in self.hashes:
            check, count, last = self.runs.get(hash_ & 0xFFFF, (0, 0, 0))
            goes_on = check == hash_ >> 16 and last == byte and count > 0
            self.runs[hash_ & 0xFFFF] = (hash_ >> 16, min(count + 1, 255) if goes_on else 1, byte)
        self.memory.append(byte)
        self.place.take(byte)
        for i, least in enumerate((5, 12)):
            self.follow(i, least, byte)

    def follow(self, i, least, byte):
        memory, end = self.memory, len(self.memory)
        start, length = self.matches[i]
        start, length = (start + 1, length + 1) if length and memory[start] == byte else (start, 0)
        if end >= least:
            hash_ = 0
            for back in range(1, least + 1):
                hash_ = stir(hash_, memory[end - back])
            head = self.heads[i].get(hash_ & 0x3FFF, 0)
            if length == 0 and head > 0:
                while length < min(32, head) and memory[head - 1 - length] == memory[end - 1 - length]:
                    length += 1
                start, length = head, length if length >= least else 0
            self.heads[i][hash_ & 0x3FFF] = end
        self.matches[i] = (start, length)


class Bits:
    """The arithmetic decoder."""

    def __init__(self, packed):
        self.packed, self.low, self.high, self.settled = packed, 0, WORD, 0
        self.value = number((packed + bytes(4))[:4])

    def read(self, one):
        split = self.low + ((self.high - self.low) * one >> 16)
        bit = int(self.value <= split)
        self.low, self.high = (self.low, split) if bit else (split + 1, self.high)
        while self.low >> 24 == self.high >> 24:
            following = self.settled + 4
            byte = self.packed[following] if following < len(self.packed) else 0
            self.low = self.low << 8 & WORD
            self.high = self.high << 8 & WORD | 0xFF
            self.value = self.value << 8 & WORD | byte
            self.settled += 1
        return bit

    def is_at_end(self):
        last = bytes([(self.low >> 24) + 1]) if self.low else b""
        return self.settled + len(last) == len(self.packed) and self.packed.endswith(last)


PRIMED = {}


def unmix(packed, dictionary):
    if dictionary not in PRIMED:
        PRIMED[dictionary] = Model(dictionary)
    model = PRIMED[dictionary].copy()
    bits, text, marked = Bits(packed), bytearray(), []
    while not bits.read(65535 if model.place.closed else 1):
        refuse_if(bits.settled > len(packed), "record.packing")
        byte = 0
        for _ in range(8):
            bit = bits.read(model.one)
            model.take(bit)
            byte = byte << 1 | bit
        run = {0xF8: 64, 0xF9: 32, 0xFB: 16}.get(byte, 0)
        refuse_if(byte >= 0xF8 and not run, "record.packing")
        if run:
            marked.append(len(text))
            for _ in range(run):
                digit = 0
                for _ in range(4):
                    digit = digit << 1 | bits.read(32768)
                text += b"%x" % digit
        else:
            text.append(byte)
        refuse_if(len(text) > MIXED_TEXT_MAX, "record.inflated")
    runs = [match.start() for match in re.finditer(rb"[0-9a-f]+", text) if len(match.group()) in (64, 32, 16)]
    refuse_if(not bits.is_at_end() or runs != marked, "record.packing")
    return bytes(text)
