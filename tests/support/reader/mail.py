"""PROTOCOL.md: rosters, messages, signed answers; and whose word a record is (FORMAT.md, sections 3.1 and 3.2)."""
import base64
import binascii
import hashlib
import json
import re

from reader.blocks import Refused, is_signed, record_hash, refuse_if
from reader.sealed import check_header, open_document, open_record, recipient

MESSAGE_MAX = 2097152
RECORD_MAX = 1048576
BATCH_MAX = 4096
NUMBER_MAX = 2**40 - 1
TIME_MAX = 253402300799999
DOCUMENT_MAX = 268435456

# Section 5.2: rosters

HEX = {size: re.compile("[0-9a-f]{%d}" % size) for size in (16, 64)}
ROLES = ("registrar", "judge", "committee", "caller", "leader", "partner")
BODY = "[a-z0-9_]{1,20}"


def one_spelling(pairs):
    refuse_if(len({key for key, _ in pairs}) != len(pairs), "roster.json")
    return dict(pairs)


def demand(value, wanted, code="roster.json"):
    """`wanted`: a type, a number of digits, or words."""
    if isinstance(wanted, type):
        found = type(value) is wanted
    elif isinstance(wanted, int):
        found = isinstance(value, str) and HEX[wanted].fullmatch(value)
    else:
        found = isinstance(value, str)
        refuse_if(not found, "roster.json")
        found = value in wanted
    refuse_if(not found, code)


def check_shape(roster):
    shape = {"court": str, "format": int, "hub_keys": list, "intake": list, "machines": list, "name": str}
    shape.update({"persons": list, "version": int})
    demand(roster, dict)
    refuse_if(set(roster) != set(shape), "roster.json")
    for key, wanted in shape.items():
        demand(roster[key], wanted)
    refuse_if(roster["format"] != 1 or not 0 <= roster["version"] < 2**32, "roster.json")
    for key, most in (("hub_keys", 4), ("intake", 64), ("persons", 2000), ("machines", 20000)):
        refuse_if(len(roster[key]) > most, "roster.json")
    for key in roster["hub_keys"]:
        demand(key, 64)
    for epoch in roster["intake"]:
        check_object(epoch, {"epoch": int, "key": 64})
        refuse_if(not 0 <= epoch["epoch"] < 2**32, "roster.json")
    standing = ("active", "revoked")
    for person in roster["persons"]:
        demand(person, dict)
        demand(person.get("role"), ROLES, "roster.role")
        fields = {"id": 16, "name": str, "role": ROLES, "seal_key": 64, "sign_key": 64, "standing": standing}
        fields.update({"body": str} if "body" in person else {})
        check_object(person, fields)
    for machine in roster["machines"]:
        demand(machine, dict)
        fields = {"id": 16, "kind": ("kiosk", "laptop"), "sign_key": 64, "standing": standing, "tls_spki": 64}
        fields.update({key: wanted for key, wanted in (("site", str), ("person", 16)) if key in machine})
        check_object(machine, fields)


def check_object(value, fields):
    demand(value, dict)
    refuse_if(set(value) != set(fields), "roster.json")
    for key, wanted in fields.items():
        demand(value[key], wanted)


def is_name(text):
    return 1 <= len(text.encode()) <= 120 and not re.search("[\x00-\x1f\x7f]", text)


def rise(values):
    return all(a < b for a, b in zip(values, values[1:]))


def differ(values):
    return len(set(values)) == len(values)


def check_bodies(court, persons):
    active = set()
    for person in persons:
        body, is_partner = person.get("body", ""), person["role"] == "partner"
        fits = re.fullmatch(BODY, body) and len(f"{court}/body_{body}") <= 32
        refuse_if(not fits if is_partner else body != "", "roster.body")
        if is_partner and person["standing"] == "active":
            refuse_if(body in active, "roster.body")
            active.add(body)


def check_sense(roster):
    persons, machines, intake = roster["persons"], roster["machines"], roster["intake"]

    def each(rows, key):
        return [row[key] for row in rows]

    refuse_if(not re.fullmatch("[a-z0-9]{1,16}", roster["court"]) or not is_name(roster["name"]), "roster.court")
    refuse_if(roster["version"] == 0, "roster.version")
    refuse_if(not roster["hub_keys"] or not differ(roster["hub_keys"]) or not intake, "roster.keys")
    epochs = each(intake, "epoch")
    refuse_if(not rise(epochs) or epochs[0] == 0 or not differ(each(intake, "key")), "roster.keys")
    refuse_if(not rise(each(persons, "id")) or not differ(each(persons, "sign_key")), "roster.person")
    refuse_if(not all(is_name(person["name"]) for person in persons), "roster.person")
    check_bodies(roster["court"], persons)
    refuse_if(not rise(each(machines, "id")), "roster.machine")
    refuse_if(not differ(each(machines, "tls_spki")) or not differ(each(machines, "sign_key")), "roster.machine")
    known = set(each(persons, "id"))
    for machine in machines:
        if machine["kind"] == "kiosk":
            refuse_if("person" in machine or not is_name(machine.get("site", "")), "roster.machine")
        else:
            refuse_if("site" in machine or machine.get("person") not in known, "roster.machine")


def open_roster(file, root_hex):
    version, text = open_document(file, "roster", root_hex)
    refuse_if(len(text) > 8388608, "roster.size")
    try:
        roster = json.loads(text.decode("utf-8"), object_pairs_hook=one_spelling)
    except ValueError:
        raise Refused("roster.json")
    check_shape(roster)
    check_sense(roster)
    canonical = json.dumps(roster, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    refuse_if(canonical != text, "roster.json")
    refuse_if(roster["version"] != version, "roster.version")
    return roster


def authors_of(roster):
    """Keys by author, revoked ones included."""
    authors = {"m." + machine["id"]: machine["sign_key"] for machine in roster["machines"]}
    authors.update({"p." + person["id"]: person["sign_key"] for person in roster["persons"]})
    return authors


# Sections 3 and 4: messages


def sha256(block):
    return hashlib.sha256(block).hexdigest()


class Message:
    """Fields from left to right."""

    def __init__(self, data):
        refuse_if(len(data) > MESSAGE_MAX, "wire.limit")
        self.data, self.at = data, 0

    def raw(self, size):
        refuse_if(len(self.data) - self.at < size, "wire.short")
        self.at += size
        return self.data[self.at - size : self.at]

    def byte(self):
        return self.raw(1)[0]

    def number(self, least, most):
        value = 0
        for i in range(10):
            byte = self.byte()
            refuse_if(i == 9 and byte > 1, "wire.number")
            value |= (byte & 0x7F) << 7 * i
            if byte < 0x80:
                refuse_if(byte == 0 and i > 0, "wire.number")
                refuse_if(not least <= value <= most, "wire.limit")
                return value
        raise Refused("wire.number")

    def fixed64(self):
        return int.from_bytes(self.raw(8), "big")

    def time(self):
        return self.number(0, TIME_MAX)

    def block(self, least, most):
        return self.raw(self.number(least, most))

    def text(self, most):
        size = self.byte()
        refuse_if(size > most, "wire.limit")
        return self.raw(size)

    def word(self, most, pattern, code):
        text = self.text(most)
        refuse_if(not re.fullmatch(pattern, text), code)
        return text.decode()

    def mailbox(self):
        return self.word(32, b"[a-z0-9]{1,16}/(intake|public|cases|body_" + BODY.encode() + b")", "wire.mailbox")

    def court(self):
        return self.word(16, b"[a-z0-9]{1,16}", "wire.court")

    def name(self):
        name = self.word(64, b"[a-z0-9][a-z0-9._-]*", "wire.name")
        refuse_if(".." in name, "wire.name")
        return name


def read_put(message):
    mailbox = message.mailbox()
    blocks = [message.block(1, RECORD_MAX) for _ in range(message.number(1, BATCH_MAX))]
    return {"mailbox": mailbox, "records": [sha256(block) for block in blocks]}, blocks


def read_ask(message):
    mailbox = message.mailbox()
    exact = [message.raw(32) for _ in range(message.number(1, BATCH_MAX))]
    return {"mailbox": mailbox, "records": [each.hex() for each in exact]}, exact


def read_part(message):
    mailbox, exact = message.mailbox(), message.raw(32)
    total = message.number(1, RECORD_MAX)
    offset = message.number(0, total)
    block = message.block(0, total - offset)
    fields = {"mailbox": mailbox, "record": exact.hex(), "total": total, "offset": offset, "bytes": sha256(block)}
    return fields, [exact]


def read_get(message):
    fields = {"mailbox": message.mailbox(), "after": message.number(0, NUMBER_MAX)}
    fields["offset"] = message.number(0, RECORD_MAX - 1)
    fields["limit"] = message.number(1, RECORD_MAX)
    fields["wait_ms"] = message.number(0, 60000)
    return fields, []


def read_list(message):
    return {"court": message.court()}, []


def read_document(message):
    fields = {"court": message.court(), "name": message.name(), "digest": message.raw(32).hex()}
    fields["offset"] = message.number(0, DOCUMENT_MAX)
    fields["limit"] = message.number(1, RECORD_MAX)
    return fields, []


def read_runs(message, count):
    outcomes, last = [], None
    while len(outcomes) < count:
        verdict = message.byte()
        refuse_if(verdict > 3, "wire.limit")
        length = message.number(1, count - len(outcomes))
        first = message.number(1, NUMBER_MAX - length + 1) if verdict == 0 else 0
        refuse_if(last == (verdict, first), "wire.runs")
        outcomes += [[verdict, first + i if first else 0] for i in range(length)]
        last = (verdict, first + length if first else 0)  # what would go on with this run
    return outcomes


def read_put_answer(message):
    fields = {"generation": message.fixed64(), "hub_time": message.time()}
    fields["durable_up_to"] = message.number(0, NUMBER_MAX)
    fields["outcomes"] = read_runs(message, message.number(1, BATCH_MAX))
    fields["signature"] = message.raw(64).hex()
    return fields, []


def read_part_answer(message):
    return {"have": message.number(0, RECORD_MAX)}, []


def read_page(message):
    fields = {"generation": message.fixed64(), "hub_time": message.time()}
    head = fields["head"] = message.number(0, NUMBER_MAX)
    after = fields["after"] = message.number(0, NUMBER_MAX)
    form = message.byte()
    refuse_if(form > 1, "wire.limit")
    fields["records"] = []
    if form == 0:
        count, received = message.number(0, BATCH_MAX), 0
        refuse_if(count and after + count > head, "wire.limit")
        for _ in range(count):
            received += message.time()
            refuse_if(received > TIME_MAX, "wire.limit")
            fields["records"].append([received, sha256(message.block(1, RECORD_MAX))])
    else:
        refuse_if(after >= head, "wire.limit")
        received, total = message.time(), message.number(1, RECORD_MAX)
        offset = message.number(0, total - 1)
        fields["piece"] = [received, total, offset, sha256(message.block(1, total - offset))]
    fields["signature"] = message.raw(64).hex()
    return fields, []


def read_documents(message):
    documents = []
    for _ in range(message.number(0, 64)):
        name = message.name()
        refuse_if(documents and name <= documents[-1][0], "wire.order")
        version, size = message.number(0, 2**32 - 1), message.number(0, DOCUMENT_MAX)
        documents.append([name, version, size, message.raw(32).hex()])
    return {"documents": documents}, []


def read_document_piece(message):
    total = message.number(0, DOCUMENT_MAX)
    offset = message.number(0, total)
    return {"total": total, "offset": offset, "bytes": sha256(message.block(0, min(total - offset, RECORD_MAX)))}, []


def read_refusal(message):
    code = message.word(40, b"[a-z_.]+", "wire.name")
    return {"code": code, "retry_after": message.number(0, 2**32 - 1)}, []


REQUESTS = {"P": read_put, "Q": read_ask, "W": read_part, "G": read_get, "L": read_list, "D": read_document}
ANSWERS = {"p": read_put_answer, "w": read_part_answer, "g": read_page}
ANSWERS.update({"l": read_documents, "d": read_document_piece, "e": read_refusal})


def parse(data, kinds):
    """The fields, and what of the request a signed answer speaks of."""
    message = Message(data)
    start = message.raw(4)
    refuse_if(start[:2] != b"CM", "wire.magic")
    refuse_if(start[2] != 1, "wire.version")
    kind = chr(start[3])
    refuse_if(kind not in kinds, "wire.type")
    fields, about = kinds[kind](message)
    refuse_if(message.at != len(data), "wire.trailing")
    return {"type": kind, **fields}, about


def parse_message(data, kind):
    return parse(data, REQUESTS if kind == "request" else ANSWERS)[0]


# Sections 4.3 and 7: what a machine believes


def exact(record):
    try:
        check_header(record)
        name = record[16:32]
    except Refused:
        name = record[:16].ljust(16, b"\0")
    return name + record_hash(record)


def believe(request, answer, hub_keys):
    asked, about = parse(request, REQUESTS)
    try:
        said, _ = parse(answer, ANSWERS)
    except Refused as refused:
        raise Refused("link.truncated" if str(refused) == "wire.short" else "link.answer")
    if said["type"] == "e":
        raise Refused(said["code"] if said["code"].startswith("hub.") else "link.answer")
    fits = {"P": "p", "Q": "p", "W": "pw", "G": "g", "L": "l", "D": "d"}[asked["type"]]
    refuse_if(said["type"] not in fits, "mail.answer")
    records = [exact(each) for each in about] if asked["type"] == "P" else about
    if said["type"] == "p":
        refuse_if(len(said["outcomes"]) != len(records), "mail.answer")
        refuse_if(asked["type"] != "Q" and any(verdict == 1 for verdict, _ in said["outcomes"]), "mail.answer")
    refuse_if(said["type"] == "g" and said["after"] != asked["after"], "mail.answer")
    refuse_if(said["type"] == "d" and said["offset"] != asked["offset"], "mail.answer")
    refuse_if(said["type"] == "w" and said["have"] > asked["total"], "mail.answer")
    if said["type"] in "pg":
        mailbox = asked["mailbox"].encode()
        message = bytes([len(mailbox)]) + mailbox
        message += hashlib.sha256(b"".join(records)).digest() + hashlib.sha256(answer[:-64]).digest()
        refuse_if(not any(is_signed(key, b"ack", message, answer[-64:]) for key in hub_keys), "link.forged")


# Section 6: doubles


def place_beside(taken, record):
    return hashlib.sha256(taken + record).digest()[:16]


# FORMAT.md, sections 3.1 and 3.2

STATUSES = set(
    "RECEIVED ASK_DEPT NEED_MORE FILED NOT_FILED ABANDONED TO_FILING REVIEW SUSPENDED TERMINATED DECIDED_GRANT"
    " DECIDED_REFUSE URGENT_PAID FUND_REQ FUND_IN NOTIFIED PAID_PART PAID REVISIT REFERRED RECOVERY CLOSED".split()
)


def read_application(data):
    receipt = data.get("receipt")
    key = receipt.get("notice_key") if isinstance(receipt, dict) else None
    refuse_if(not isinstance(key, str) or not HEX[64].fullmatch(key), "payload.application")
    refuse_if(not isinstance(data.get("answers"), dict), "payload.application")


def read_attachment(data):
    """The SHA-256 of the picture, by which an application names it."""
    about, file = data.get("application"), data.get("file")
    refuse_if(not isinstance(about, str) or not re.fullmatch("[0-9a-f]{32}", about), "payload.attachment")
    refuse_if(data.get("media") != "image/jpeg" or not isinstance(file, str), "payload.attachment")
    try:
        picture = base64.b64decode(file.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise Refused("payload.attachment")
    refuse_if(base64.b64encode(picture).decode("ascii") != file, "payload.attachment")
    refuse_if(not 4 < len(picture) <= 204800 or picture[:3] != b"\xff\xd8\xff", "payload.attachment")
    return hashlib.sha256(picture).hexdigest()


def read_answer(data, code):
    """Status, text, papers and number."""

    def text(key):
        return data[key] if isinstance(data.get(key), str) else ""

    refuse_if(text("status") not in STATUSES, code)
    papers = data.get("papers")
    papers = [each for each in papers if isinstance(each, str)] if isinstance(papers, list) else []
    return [text("status"), text("text"), papers, text("number")]


def speaks_for_court(author, roster):
    roles = {"p." + person["id"]: person["role"] for person in roster["persons"]}
    return roles.get(author) in ("registrar", "judge")


def read_record(record, mailbox, secret, roster, dictionaries):
    """The signed text, and what a review or notice says."""
    name, key = recipient(secret)
    text, body = open_record(record, name, key, authors_of(roster), dictionaries)
    is_court = speaks_for_court(body["by"], roster)
    if mailbox.endswith("/public"):
        refuse_if(body["kind"] != "notice", "notice.kind")
        refuse_if(not is_court, "notice.author")
        return text, read_answer(body["data"], "payload.notice")
    if body["kind"] == "review":
        said = read_answer(body["data"], "payload.review")
        about = body["data"].get("application")
        refuse_if(not isinstance(about, str) or not re.fullmatch("[0-9a-f]{32}", about), "payload.review")
        refuse_if(not is_court, "review.author")
        return text, said
    if body["kind"] == "attachment":
        return text, read_attachment(body["data"])
    read_application(body["data"])
    return text, None
