#!/usr/bin/env python3
"""A second reader of the sealed formats, written from sync/seal/FORMAT.md alone.

second_reader.py [repository] opens every vector of tests/data/seal and says which come out otherwise than the
manifest says. It leaves the strict JSON rules of section 3 to the first reader. Needs Debian's python3-cryptography;
no test of ours depends on it.
"""
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

SIZES = [512, 768, 1024, 1536, 2048, 4096, 16384, 65536, 262144, 1048576]
TEXT_MAX = 1572864
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


def unpack(packed, dictionary):
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


def open_record(record, recipient_id, secret, authors, dictionaries):
    refuse_if(len(record) < 32, "record.short")
    refuse_if(record[:4] != b"CYSR", "record.magic")
    refuse_if(record[4] != 1, "record.version")
    refuse_if(record[5] != 1, "record.suite")
    refuse_if(not 1 <= record[6] <= 10, "record.size_class")
    refuse_if(record[7] != 0, "record.reserved")
    refuse_if(len(record) != SIZES[record[6] - 1], "record.length")
    refuse_if(record[8:16] != recipient_id, "record.recipient")
    frame = hpke_open(secret, record[32:64], b"courtyard/1/seal", record[:32], record[64:])
    refuse_if(frame is None, "record.seal")
    dictionary, size = number(frame[:2]), number(frame[2:5])
    refuse_if(size > len(record) - 149, "record.frame")
    refuse_if(any(frame[69 + size :]), "record.padding")
    refuse_if(dictionary and dictionary not in dictionaries, "record.dictionary")
    text = unpack(frame[69 : 69 + size], dictionaries.get(dictionary))
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


def receipt(secret):
    prk = extract(b"courtyard/1/receipt", secret)
    twelve = base29(number(expand(prk, b"number", 16)) % 29**12, 12)
    spoken = letters(twelve + [c for c in range(29) if weighed(twelve + [c]) == 0])
    code = ""
    for half in (secret[:8], secret[8:]):
        data = base29(number(half), 14)
        checks = [[x, y] for x in range(29) for y in range(29) if sum(data + [x, y]) % 29 == weighed(data + [x, y]) == 0]
        code += letters(data + checks[0])
    return {
        "secret": secret.hex(),
        "number": f"{spoken[:4]}-{spoken[4:8]}-{spoken[8:]}",
        "locator": expand(prk, b"locator", 8).hex(),
        "notice_key": x25519_public(expand(prk, b"notice", 32)).hex(),
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
