#!/usr/bin/env python3
"""A second reader of the sealed formats, written from sync/seal/FORMAT.md alone.

second_reader.py [repository] opens every vector of tests/data/seal and says which come out otherwise than the
manifest says. It leaves the strict JSON rules of section 3 to the first reader. Needs Debian's python3-cryptography;
no test of ours depends on it.
"""
import copy
import hashlib
import hmac
import json
import re
import sys
import zlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

SIZES = [512, 560, 608, 768, 1024, 1536, 2048, 4096, 16384, 65536, 262144, 1048576]
TEXT_MAX = 1572864
MIXED_TEXT_MAX = 16384
RUNS = (64, 32, 18, 16, 10)
ALPHABET = "0123456789ACDEFGHJKMNPQRTVWXY"
BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


class Refused(Exception):
    """Its text is the code."""


def refuse_if(wrong, code):
    if wrong:
        raise Refused(code)


# Section 1: building blocks


def extract(salt, ikm):
    return hmac.new(salt or bytes(32), ikm, hashlib.sha256).digest()


def expand(prk, info, size):
    out = block = b""
    count = 1
    while len(out) < size:
        block = hmac.new(prk, block + info + bytes([count]), hashlib.sha256).digest()
        out += block
        count += 1
    return out[:size]


def raw(public_key):
    return public_key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def x25519_public(secret):
    return raw(X25519PrivateKey.from_private_bytes(secret).public_key())


def hpke_open(secret, enc, info, aad, cipher_text):
    """RFC 9180, base mode, single message. None when it does not open."""

    def labeled_extract(salt, suite, label, ikm):
        return extract(salt, b"HPKE-v1" + suite + label + ikm)

    def labeled_expand(prk, suite, label, context, size):
        return expand(prk, size.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context, size)

    kem, suite = b"KEM\x00\x20", b"HPKE\x00\x20\x00\x01\x00\x02"
    try:
        dh = X25519PrivateKey.from_private_bytes(secret).exchange(X25519PublicKey.from_public_bytes(enc))
        eae = labeled_extract(b"", kem, b"eae_prk", dh)
        shared = labeled_expand(eae, kem, b"shared_secret", enc + x25519_public(secret), 32)
        context = b"\0" + labeled_extract(b"", suite, b"psk_id_hash", b"") + labeled_extract(b"", suite, b"info_hash", info)
        prk = labeled_extract(shared, suite, b"secret", b"")
        key = labeled_expand(prk, suite, b"key", context, 32)
        nonce = labeled_expand(prk, suite, b"base_nonce", context, 12)
        return AESGCM(key).decrypt(nonce, cipher_text, aad)
    except Exception:  # whatever the reason
        return None


def is_signed(public_hex, context, message, signature):
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex))
        key.verify(signature, b"courtyard/1/" + context + b"\0" + message)
        return True
    except Exception:
        return False


def key_id(kind, public):
    return hashlib.sha256(b"courtyard/1/key-id\0" + bytes([kind]) + public).digest()[:8]


def number(data):
    return int.from_bytes(data, "big")


# Sections 2 to 4: records


def split(text):
    skeleton = digits = b""
    at = 0
    for match in re.finditer(rb"[0-9a-f]+", text):
        skeleton += text[at : match.start()]
        run, at = match.group(), match.end()
        for index, size in enumerate(RUNS):
            while len(run) >= size:
                skeleton += bytes([0xF8 + index])
                digits += bytes.fromhex(run[:size].decode())
                run = run[size:]
        skeleton += run
    return skeleton + text[at:], digits


def inflate(packed, dictionary):
    try:
        stream = zlib.decompressobj(-15, zdict=dictionary) if dictionary else zlib.decompressobj(-15)
        skeleton = stream.decompress(packed, TEXT_MAX + 1)
        refuse_if(len(skeleton) > TEXT_MAX, "record.inflated")
        skeleton += stream.flush()
    except zlib.error:
        raise Refused("record.packing")
    refuse_if(not stream.eof, "record.packing")
    digits, text, at = stream.unused_data, b"", 0
    for byte in skeleton:
        if 0xF8 <= byte <= 0xFC:
            size = RUNS[byte - 0xF8] // 2
            text += digits[at : at + size].hex().encode()
            at += size
        else:
            text += bytes([byte])
    refuse_if(at != len(digits) or split(text) != (skeleton, digits), "record.packing")
    return text


# Section 4, mixing

WORD = 0xFFFFFFFF
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
        places = [first ^ way for way in range(4)]
        for place in places:
            if self.slots.get(place, (0, 0, 0))[2] == check:
                return place
        place = min(places, key=lambda one: self.slots.get(one, (0, 0, 0))[1])
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
            opinion = STRETCH[self.strengths.get(self.strength_of(i), 0xC0000000) >> 20]
            inputs.append(0 if not stands else opinion if byte >> 7 - self.count & 1 else -opinion)
        inputs.append(256)
        self.inputs = inputs
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
            product = signed(sum(signed(weight * value) >> 8 for weight, value in zip(weights, inputs)))
            d = clamp(product >> 8, -3071, 3071)
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
            for i, value in enumerate(self.inputs):
                weights[i] = signed(weights[i] + (value * error + 4096 >> 13))
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
    model = copy.deepcopy(PRIMED[dictionary])
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


def open_record(record, recipient_id, secret, authors, dictionaries):
    refuse_if(len(record) < 32, "record.short")
    refuse_if(record[:4] != b"CYSR", "record.magic")
    refuse_if(record[4] != 1, "record.version")
    refuse_if(record[5] != 1, "record.suite")
    refuse_if(not 1 <= record[6] <= 12, "record.size_class")
    refuse_if(record[7] != 0, "record.reserved")
    refuse_if(len(record) != SIZES[record[6] - 1], "record.length")
    refuse_if(record[8:16] != recipient_id, "record.recipient")
    frame = hpke_open(secret, record[32:64], b"courtyard/1/seal", record[:32], record[64:])
    refuse_if(frame is None, "record.seal")
    dictionary, method, size = number(frame[:2]), frame[2] >> 4, number(frame[2:5]) & 0xFFFFF
    refuse_if(method > 1, "record.method")
    refuse_if(size > len(record) - 149, "record.frame")
    refuse_if(any(frame[69 + size :]), "record.padding")
    refuse_if(dictionary and dictionary not in dictionaries, "record.dictionary")
    text = (unmix if method else inflate)(frame[69 : 69 + size], dictionaries.get(dictionary))
    body = json.loads(text)
    refuse_if(body["by"] not in authors, "record.author")
    context = b"notice" if body["kind"] == "notice" else b"record"
    refuse_if(not is_signed(authors[body["by"]], context, record[:64] + text, frame[5:69]), "record.signature")
    return text


# Section 5: signed documents


def open_document(file, kind, root_hex):
    wanted = {"roster": 1, "keyset": 2, "pack": 3}[kind]
    refuse_if(len(file) < 96, "document.short")
    refuse_if(file[:4] != b"CYSD", "document.magic")
    refuse_if(file[4] != 1 or any(file[6:8]), "document.format")
    refuse_if(not 1 <= file[5] <= 3, "document.kind")
    refuse_if(number(file[16:20]) == 0, "document.version")
    refuse_if(number(file[28:32]) != len(file) - 96, "document.length")
    refuse_if(file[5] != wanted, "document.kind")
    refuse_if(file[8:16] != key_id(2, bytes.fromhex(root_hex)), "document.signer")
    refuse_if(not is_signed(root_hex, kind.encode(), file[:-64], file[-64:]), "document.signature")


# Section 6: secrets at rest


def open_passphrase(file, passphrase):
    refuse_if(len(file) != 88 or file[:6] != b"CYPW\x01\x01", "passphrase.file")
    refuse_if(not 15 <= file[6] <= 20 or file[7:9] != b"\x08\x01", "passphrase.cost")
    refuse_if(any(file[9:12]), "passphrase.file")
    key = hashlib.scrypt(passphrase, salt=file[12:28], n=1 << file[6], r=8, p=1, maxmem=(1 << 31) - 1, dklen=32)
    try:
        return AESGCM(key).decrypt(file[28:40], file[40:], file[:40])
    except Exception:
        raise Refused("passphrase.wrong")


# Sections 7 and 8: receipts and symbols


def base29(value, size):
    return [value // 29 ** (size - 1 - i) % 29 for i in range(size)]


def weighed(symbols):
    return sum(symbol * 2**i for i, symbol in enumerate(symbols)) % 29


def letters(symbols):
    return "".join(ALPHABET[symbol] for symbol in symbols)


def derived(context, public, size):
    return hashlib.sha256(b"courtyard/1/" + context + b"\0" + public).digest()[:size]


def receipt(secret):
    public = x25519_public(notice_secret(secret))
    twelve = base29(number(derived(b"receipt-number", public, 16)) % 29**12, 12)
    spoken = letters(twelve + [c for c in range(29) if weighed(twelve + [c]) == 0])
    code = ""
    for half in (secret[:8], secret[8:]):
        data = base29(number(half), 14)
        checks = [[x, y] for x in range(29) for y in range(29) if sum(data + [x, y]) % 29 == weighed(data + [x, y]) == 0]
        code += letters(data + checks[0])
    return {
        "secret": secret.hex(),
        "number": f"{spoken[:4]}-{spoken[4:8]}-{spoken[8:]}",
        "locator": derived(b"receipt-locator", public, 8).hex(),
        "notice_key": public.hex(),
        "code": "-".join(code[i : i + 4] for i in range(0, 32, 4)),
        "qr": "CYR1" + code,
    }


def notice_secret(secret):
    return expand(extract(b"courtyard/1/receipt", secret), b"notice", 32)


def unbase45(text):
    out = b""
    for at in range(0, len(text), 3):
        values = [BASE45.index(character) for character in text[at : at + 3]]
        out += sum(value * 45**i for i, value in enumerate(values)).to_bytes(len(values) - 1, "big")
    return out


def join_symbols(scanned):
    parts = {}
    for text in scanned:
        symbol = unbase45(text[4:])
        assert zlib.crc32(symbol[:6] + symbol[10:]) == number(symbol[6:10])
        parts[symbol[4]] = symbol[10:]
        count = symbol[5]
    return b"".join(parts[k + 1] for k in range(count))


def outcome(run):
    try:
        return run()
    except Refused as refused:
        return str(refused)


def main(top):
    folder = f"{top}/tests/data/seal/"

    def read(name):
        with open(folder + name, "rb") as file:
            return file.read()

    manifest = json.loads(read("manifest.json"))
    keys = manifest["keys"]
    with open(f"{top}/{manifest['dictionary']}", "rb") as file:
        dictionaries = {1: file.read()}
    authors = {"m." + keys["machine_id"]: keys["machine_public"], "p." + keys["person_id"]: keys["person_public"]}
    checked, differ = 0, 0

    def compare(what, got, wanted):
        nonlocal checked, differ
        checked += 1
        if got != wanted:
            differ += 1
            print(f"{what}: {got!r}, not {wanted!r}")

    for entry in manifest["records"]:
        must, secret = entry["must"], bytes.fromhex(keys[entry["key"]])
        if must.startswith("body."):
            continue
        if entry["key"] == "receipt_secret":
            name, secret = bytes.fromhex(receipt(secret)["locator"]), notice_secret(secret)
        else:
            name = key_id(1, x25519_public(secret))
        got = outcome(lambda: open_record(read(entry["file"]), name, secret, authors, dictionaries))
        compare(entry["file"], got, read(entry["file"][:-4] + ".json") if must == "open" else must)
    for entry in manifest["documents"]:
        got = outcome(lambda: open_document(read(entry["file"]), entry["kind"], keys["root_public"]))
        compare(entry["file"], got, None if entry["must"] == "open" else entry["must"])
    for entry in manifest["passphrases"]:
        got = outcome(lambda: open_passphrase(read(entry["file"]), entry["passphrase"].encode()))
        compare(entry["file"], got, bytes.fromhex(keys["store_key"]) if entry["must"] == "open" else entry["must"])
    for entry in manifest["receipts"]:
        compare("receipt", receipt(bytes.fromhex(entry["secret"])), entry)
    for entry in manifest["symbols"]:
        if entry["must"].startswith("record/"):
            compare("symbols", join_symbols(entry["scanned"]), read(entry["must"]))
    for entry in manifest["wraps"]:
        wrapped, purpose = bytes.fromhex(entry["wrapped"]), entry["purpose"].encode()
        got = hpke_open(bytes.fromhex(keys["intake_secret"]), wrapped[:32], b"courtyard/1/wrap", purpose, wrapped[32:])
        compare("wrap", got, bytes.fromhex(entry["secret"]) if entry["must"] == "open" else None)
    print(f"{checked} checked, {differ} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "."))
