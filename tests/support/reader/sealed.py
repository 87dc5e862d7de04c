"""FORMAT.md, sections 2 and 4.2 to 8: records, documents, packs, secrets, receipts, symbols."""
import hashlib
import hmac
import re
import zlib

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from reader.blocks import (
    Refused, derived, expand, extract, hpke_open, is_signed, key_id, number, record_hash, refuse_if, x25519_public
)
from reader.body import TEXT_MAX, parse_body
from reader.mixing import unmix

SIZES = [512, 560, 608, 768, 1024, 1536, 2048, 4096, 16384, 65536, 262144, 1048576]
RUNS = (64, 32, 18, 16, 10)
DOCUMENT_KINDS = {"roster": 1, "keyset": 2, "pack": 3}
PACK_MAX = 67108864
FILE_MAX = 8388608
ALPHABET = "0123456789ACDEFGHJKMNPQRTVWXY"
BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

# Section 4.2: deflated text


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


# Section 2: records


def check_header(record):
    refuse_if(len(record) < 32, "record.short")
    refuse_if(record[:4] != b"CYSR", "record.magic")
    refuse_if(record[4] != 1, "record.version")
    refuse_if(record[5] != 1, "record.suite")
    refuse_if(not 1 <= record[6] <= 12, "record.size_class")
    refuse_if(record[7] != 0, "record.reserved")
    refuse_if(len(record) != SIZES[record[6] - 1], "record.length")


def unpack(frame, size_max, dictionaries):
    dictionary, method, size = number(frame[:2]), frame[2] >> 4, number(frame[2:5]) & 0xFFFFF
    refuse_if(method > 1, "record.method")
    refuse_if(size > size_max, "record.frame")
    refuse_if(any(frame[69 + size :]), "record.padding")
    refuse_if(dictionary and dictionary not in dictionaries, "record.dictionary")
    return (unmix if method else inflate)(frame[69 : 69 + size], dictionaries.get(dictionary))


def open_record(record, recipient_id, secret, authors, dictionaries):
    """The text that was signed, and what it says."""
    check_header(record)
    refuse_if(record[8:16] != recipient_id, "record.recipient")
    frame = hpke_open(secret, record[32:64], b"courtyard/1/seal", record[:32], record[64:])
    refuse_if(frame is None, "record.seal")
    text = unpack(frame, len(record) - 149, dictionaries)
    body = parse_body(text)
    refuse_if(body["by"] not in authors, "record.author")
    context = b"notice" if body["kind"] == "notice" else b"record"
    refuse_if(not is_signed(authors[body["by"]], context, record[:64] + text, frame[5:69]), "record.signature")
    return text, body


def recipient(secret):
    """Whom a header must name, for an intake key (32 bytes) or a receipt's secret (16), and the key that opens."""
    if len(secret) == 16:
        return bytes.fromhex(receipt(secret)["locator"]), notice_secret(secret)
    return key_id(1, x25519_public(secret)), secret


# Section 5: signed documents and packs


def open_document(file, kind, root_hex):
    """Version and payload."""
    refuse_if(len(file) < 96, "document.short")
    refuse_if(file[:4] != b"CYSD", "document.magic")
    refuse_if(file[4] != 1 or any(file[6:8]), "document.format")
    refuse_if(not 1 <= file[5] <= 3, "document.kind")
    refuse_if(number(file[16:20]) == 0, "document.version")
    refuse_if(number(file[28:32]) != len(file) - 96 or len(file) - 96 > 67108864, "document.length")
    refuse_if(file[5] != DOCUMENT_KINDS[kind], "document.kind")
    refuse_if(file[8:16] != key_id(2, bytes.fromhex(root_hex)), "document.signer")
    refuse_if(not is_signed(root_hex, kind.encode(), file[:-64], file[-64:]), "document.signature")
    return number(file[16:20]), file[32:-64]


def container_of(payload):
    if not payload.startswith(b"CYZ1"):
        return payload
    try:
        stream = zlib.decompressobj(-15)
        container = stream.decompress(payload[4:], PACK_MAX + 1)
    except zlib.error:
        raise Refused("pack.container")
    refuse_if(len(container) > PACK_MAX, "pack.size")
    refuse_if(not stream.eof or stream.unused_data, "pack.container")
    return container


def is_path(path):
    parts = path.split(b"/")
    return 1 <= len(path) <= 200 and all(
        re.fullmatch(rb"[A-Za-z0-9_.-]+", part) and part not in (b".", b"..") for part in parts
    )


def open_pack(file, root_hex):
    """Its files by path."""
    rest = container_of(open_document(file, "pack", root_hex)[1])

    def take(size):
        nonlocal rest
        refuse_if(len(rest) < size, "pack.container")
        taken, rest = rest[:size], rest[size:]
        return taken

    refuse_if(take(4) != b"CYP1", "pack.container")
    count = number(take(4))
    refuse_if(not 1 <= count <= 4096, "pack.count")
    files, last = {}, b""
    for _ in range(count):
        path = take(number(take(2)))
        refuse_if(not is_path(path), "pack.path")
        refuse_if(path <= last, "pack.container")
        size = number(take(4))
        refuse_if(size > FILE_MAX, "pack.size")
        files[path.decode()] = take(size).hex()
        last = path
    refuse_if(rest, "pack.container")
    return files


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


def unwrap(secret, wrapped, purpose):
    refuse_if(not 49 <= len(wrapped) <= 48 + 4096, "wrap.size")
    opened = hpke_open(secret, wrapped[:32], b"courtyard/1/wrap", purpose.encode(), wrapped[32:])
    refuse_if(opened is None, "wrap.open")
    return opened


# Section 7: receipts


def base29(value, size):
    return [value // 29 ** (size - 1 - i) % 29 for i in range(size)]


def weighed(symbols):
    return sum(symbol * 2**i for i, symbol in enumerate(symbols)) % 29


def letters(symbols):
    return "".join(ALPHABET[symbol] for symbol in symbols)


def notice_secret(secret):
    return expand(extract(b"courtyard/1/receipt", secret), b"notice", 32)


def call_place(public, day):
    mark = hmac.new(derived(b"receipt-call", public, 32), day.encode(), "sha256").digest()
    return number(mark[:8]) % 512


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
        "call": {day: call_place(public, day) for day in ("2026-11-27", "2026-11-28", "2028-02-29")},
    }


SKIPPED = set(" \t\r\n\u00a0\u3000\ufeff-_.:,/\u00b7\u3001\u3002\u2212\ufe63\u30fc\u2500")
SKIPPED |= {chr(code) for code in range(0x2000, 0x2016)}
READ_AS = dict(zip("OILZSBU", "0112" "58V"))


def read_code(typed):
    """The secret of a receipt, as somebody typed it."""
    symbols = ""
    for character in typed:
        if 0xFF01 <= ord(character) <= 0xFF5E:
            character = chr(ord(character) - 0xFEE0)
        if character in SKIPPED:
            continue
        character = character.upper() if character.isascii() else character
        character = READ_AS.get(character, character)
        refuse_if(character not in ALPHABET, "receipt.character")
        symbols += character
    refuse_if(len(symbols) > 64, "receipt.length")
    refuse_if(not symbols, "receipt.empty")
    if len(symbols) == 36 and symbols.startswith("CYR1"):
        symbols = symbols[4:]
    refuse_if(len(symbols) == 13, "receipt.is_number")
    refuse_if(len(symbols) != 32, "receipt.length")
    secret = b""
    for half in (symbols[:16], symbols[16:]):
        values = [ALPHABET.index(symbol) for symbol in half]
        value = sum(symbol * 29 ** (13 - i) for i, symbol in enumerate(values[:14]))
        refuse_if(sum(values) % 29 or weighed(values) or value >= 1 << 64, "receipt.check")
        secret += value.to_bytes(8, "big")
    return secret


# Section 8: symbols


def unbase45(text):
    out = b""
    for at in range(0, len(text), 3):
        group = text[at : at + 3]
        refuse_if(len(group) == 1 or any(character not in BASE45 for character in group), "symbols.damaged")
        value = sum(BASE45.index(character) * 45**i for i, character in enumerate(group))
        refuse_if(value >= 1 << 8 * (len(group) - 1), "symbols.damaged")
        out += value.to_bytes(len(group) - 1, "big")
    return out


def join_symbols(scanned):
    refuse_if(not scanned, "symbols.none")
    parts, slips = {}, set()
    for text in scanned:
        refuse_if(not text.startswith("CYA1"), "symbols.foreign")
        symbol = unbase45(text[4:])
        refuse_if(len(symbol) < 11 or zlib.crc32(symbol[:6] + symbol[10:]) != number(symbol[6:10]), "symbols.damaged")
        refuse_if(not 1 <= symbol[4] <= symbol[5] <= 11, "symbols.damaged")
        slips.add((symbol[:4], symbol[5]))
        refuse_if(len(slips) > 1, "symbols.mixed")
        parts[symbol[4]] = symbol[10:]
    [(start, count)] = slips
    refuse_if(len(parts) < count, "symbols.missing")
    record = b"".join(parts[k + 1] for k in range(count))
    refuse_if(record_hash(record)[:4] != start, "symbols.mixed")
    check_header(record)
    return record
