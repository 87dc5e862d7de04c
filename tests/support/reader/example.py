"""FORMAT.md, section 10: the worked example, computed anew and laid out as it stands there."""
import re

from reader.blocks import hpke_keys, hpke_open, number, record_hash, refuse_if, x25519_public
from reader.mixing import Model, unmix


def written(text):
    """The example as the page has it: name to value, without blanks."""
    lines = {}
    name = None
    section = text[text.index("## 10. Worked example") :].split("\n## ")[0]
    for line in section.splitlines():
        found = re.fullmatch(r"    (\S.{16})(\S.*)| {21}(\S.*)", line)
        if not found:
            continue
        name = found.group(1).strip() if found.group(1) else name
        lines[name] = lines.get(name, "") + (found.group(2) or found.group(3))
    return {name: value.replace(" ", "") for name, value in lines.items()}


def chances(model, character):
    """Before each bit of a character."""
    said = []
    for shift in range(7, -1, -1):
        said.append(str(model.one))
        model.take(ord(character) >> shift & 1)
    return " ".join(said)


def computed(record, secret, authors):
    dh, key, nonce = hpke_keys(secret, record[32:64], b"courtyard/1/seal")
    frame = hpke_open(secret, record[32:64], b"courtyard/1/seal", record[:32], record[64:])
    refuse_if(frame is None, "record.seal")
    size = number(frame[2:5]) & 0xFFFFF
    packed = frame[69 : 69 + size]
    text = unmix(packed, None)
    model = Model(None)
    contexts, runs = model.contexts, model.hashes
    slots = " ".join(f"{each:x}" for each in model.chosen)
    brace, quote = chances(model, "{"), chances(model, '"')
    author = re.search(rb'"by":"([mp]\.[0-9a-f]{16})"', text).group(1).decode()
    lines = {
        "intake secret": secret.hex(),
        "intake public": x25519_public(secret).hex(),
        "header": record[:32].hex(),
        "enc": record[32:64].hex(),
        "X25519 result": dh.hex(),
        "HPKE key": key.hex(),
        "HPKE nonce": nonce.hex(),
        "tag": record[-16:].hex(),
        "dictionary": frame[:2].hex() + "(none)",
        "method and n": f"{frame[2:5].hex()}(mixed,{size})",
        "signature": frame[5:69].hex(),
        "packed": packed.hex(),
        "first contexts": " ".join(f"{each:08x}" for each in contexts) + ", in slots " + slots,
        "first runs": " ".join(f"{each:08x}" for each in runs),
        "first chances": f'of the end 1; of "{{" {brace}; of """ {quote}',
        "text": text.decode(),
        "author public": authors[author],
        "record hash": record_hash(record).hex(),
    }
    return {name: value.replace(" ", "") for name, value in lines.items()}
