#!/usr/bin/env python3
"""A second reader of our formats, written from sync/seal/FORMAT.md and sync/mail/PROTOCOL.md alone.

second_reader.py [REPOSITORY [DATA]] opens every vector of DATA/seal and DATA/mail (DATA is tests/data) and says which
come out otherwise than their manifest says; exit code 1 when one does. It also computes the worked example of FORMAT.md
anew. Needs Debian's python3-cryptography. A test runs it: second_reader_test.cpp.
"""
import json
import sys

from reader import example, mail, sealed
from reader.blocks import key_id, outcome, x25519_public


class Vectors:
    """One folder of vectors and its manifest."""

    def __init__(self, data, name, top):
        self.folder, self.name = f"{data}/{name}/", name
        self.manifest = json.loads(self.read("manifest.json"))
        self.keys = self.manifest["keys"]
        with open(f"{top}/{self.manifest['dictionary']}", "rb") as file:
            self.dictionaries = {1: file.read()}

    def read(self, name):
        with open(self.folder + name, "rb") as file:
            return file.read()

    def secret(self, name):
        return bytes.fromhex(self.keys[name])

    def check(self, tally, readers):
        """Each reader takes an entry of its list and gives what came of it and what must."""
        lists = {name for name, value in self.manifest.items() if isinstance(value, list)}
        for name in sorted(lists ^ set(readers)):
            tally.differs(f"{self.name} {name}", "a list of one manifest or reader alone")
        for name in sorted(lists & set(readers)):
            for entry in self.manifest[name]:
                what = entry.get("file") or entry.get("answer") or json.dumps(entry)[:60]
                tally.compare(f"{self.name} {name} {what}", *readers[name](entry))


class Tally:
    def __init__(self):
        self.checked = self.differ = 0

    def differs(self, what, why):
        self.differ += 1
        print(f"{what}: {why}")

    def compare(self, what, got, wanted):
        self.checked += 1
        if got != wanted:
            self.differs(what, f"{str(got)[:300]!r}, not {str(wanted)[:300]!r}")


def seal_readers(vectors):
    keys, manifest, read = vectors.keys, vectors.manifest, vectors.read
    authors = {"m." + keys["machine_id"]: keys["machine_public"], "p." + keys["person_id"]: keys["person_public"]}

    def record(entry):
        must = entry["must"]
        name, secret = sealed.recipient(vectors.secret(entry["key"]))
        opened = lambda: sealed.open_record(read(entry["file"]), name, secret, authors, vectors.dictionaries)[0]
        return outcome(opened), read(entry["file"][:-4] + ".json") if must == "open" else must

    def document(entry):
        opened = lambda: sealed.open_document(read(entry["file"]), entry["kind"], keys["root_public"]) and "open"
        return outcome(opened), entry["must"]

    def pack(entry):
        opened = lambda: sealed.open_pack(read(entry["file"]), keys["root_public"])
        return outcome(opened), entry["files"] if entry["must"] == "open" else entry["must"]

    def passphrase(entry):
        opened = lambda: sealed.open_passphrase(read(entry["file"]), entry["passphrase"].encode()).hex()
        return outcome(opened), keys["store_key"] if entry["must"] == "open" else entry["must"]

    def typed_code(entry):
        secret = vectors.secret("receipt_secret")
        return outcome(lambda: sealed.read_code(entry["typed"])), secret if entry["must"] == "open" else entry["must"]

    def symbols(entry):
        joined = outcome(lambda: sealed.join_symbols(entry["scanned"]))
        return joined, read(entry["must"]) if entry["must"].startswith("record/") else entry["must"]

    def wrap(entry):
        wrapped = bytes.fromhex(entry["wrapped"])
        opened = lambda: sealed.unwrap(vectors.secret("intake_secret"), wrapped, entry["purpose"]).hex()
        return outcome(opened), entry["secret"] if entry["must"] == "open" else entry["must"]

    return {
        "records": record,
        "documents": document,
        "packs": pack,
        "passphrases": passphrase,
        "receipts": lambda entry: (sealed.receipt(bytes.fromhex(entry["secret"])), entry),
        "typed_codes": typed_code,
        "symbols": symbols,
        "wraps": wrap,
    }


def mail_readers(vectors):
    read, root = vectors.read, vectors.keys["root_public"]
    court = {}

    def roster_of_court():
        if not court:
            court.update(mail.open_roster(read("roster/good/roster.cyd"), root))
        return court

    def roster(entry):
        return outcome(lambda: mail.open_roster(read(entry["file"]), root) and "open"), entry["must"]

    def message(entry):
        said = outcome(lambda: mail.parse_message(read(entry["file"]), entry["as"]))
        return said, entry["says"] if entry["must"] == "open" else entry["must"]

    def answer(entry):
        request, bytes_ = read(entry["request"]), read(entry["answer"])
        return outcome(lambda: mail.believe(request, bytes_, roster_of_court()["hub_keys"]) or "open"), entry["must"]

    def record(entry):
        got = outcome(
            lambda: mail.read_record(
                read(entry["file"]),
                entry["mailbox"],
                vectors.secret(entry["key"]),
                roster_of_court(),
                vectors.dictionaries,
            )
        )
        text = read(entry["file"][:-4] + ".json")
        return got, (text, entry.get("says", entry.get("picture"))) if entry["must"] == "open" else entry["must"]

    def place(entry):
        return mail.place_beside(bytes.fromhex(entry["taken"]), read(entry["file"])).hex(), entry["place"]

    return {"rosters": roster, "messages": message, "answers": answer, "records": record, "places": place}


def check_example(vectors, top, tally):
    with open(f"{top}/sync/seal/FORMAT.md", encoding="utf-8") as file:
        written = example.written(file.read())
    keys = vectors.keys
    authors = {"m." + keys["machine_id"]: keys["machine_public"]}
    secret = vectors.secret("intake_secret")
    assert key_id(1, x25519_public(secret)).hex() == keys["intake_id"]
    computed = outcome(lambda: example.computed(vectors.read("record/good/small.cyr"), secret, authors))
    if isinstance(computed, dict):
        names = written.keys() | computed.keys()
        computed = [name for name in sorted(names) if written.get(name) != computed.get(name)]
    tally.compare("FORMAT.md section 10", computed, [])


def main(top=".", data=None):
    data = data or f"{top}/tests/data"
    tally = Tally()
    seal = Vectors(data, "seal", top)
    check_example(seal, top, tally)
    seal.check(tally, seal_readers(seal))
    post = Vectors(data, "mail", top)
    post.check(tally, mail_readers(post))
    print(f"\n{tally.checked} checked, {tally.differ} differ")
    return 1 if tally.differ else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
