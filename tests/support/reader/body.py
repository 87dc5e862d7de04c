"""FORMAT.md, section 3: the body text of a record, as strictly as it is written there."""
import json
import re

from reader.blocks import Refused, refuse_if

TEXT_MAX = 1572864
EXACT_MAX = 2**53 - 1
DEPTH_MAX = 16

FRAME = re.compile(
    rb'\{"by":"([mp]\.[0-9a-f]{16})","seq":(\d+),"kind":"([^"]*)","pack":"([^"@]*)@(\d+)"'
    rb',"at":(-?\d+),"floor":(-?\d+)(?:,"prev":"([0-9a-f]{32})")?'
    rb'(?:,"files":\[("[0-9a-f]{64}"(?:,"[0-9a-f]{64}")*)\])?,"data":(.*)\}',
    re.S,
)
STRING = re.compile(rb'"(?:[^"\\\x00-\x1f]|\\["\\bfnrt]|\\u00(?:0[0-7bef]|1[0-9a-f]))*"')
NUMBER = re.compile(rb"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
CANONICAL = re.compile(rb"0|-?[1-9]\d*")


class Compact:
    """The compact form of the payload."""

    def __init__(self, text):
        self.text, self.at = text, 0

    def take(self, token):
        found = self.text.startswith(token, self.at)
        self.at += len(token) if found else 0
        return found

    def match(self, pattern):
        found = pattern.match(self.text, self.at)
        refuse_if(not found, "body.payload")
        self.at = found.end()
        return found.group()

    def expect(self, token):
        refuse_if(not self.take(token), "body.payload")

    def list_of(self, end, item):
        while True:
            item()
            if self.take(end):
                return
            self.expect(b",")

    def object(self, depth):
        refuse_if(depth > DEPTH_MAX, "body.payload")
        self.expect(b"{")
        keys = set()

        def pair():
            key = self.match(STRING)
            refuse_if(key in keys, "body.payload")
            keys.add(key)
            self.expect(b":")
            self.value(depth)

        if not self.take(b"}"):
            self.list_of(b"}", pair)

    def array(self, depth):
        refuse_if(depth > DEPTH_MAX, "body.payload")
        self.expect(b"[")
        if not self.take(b"]"):
            self.list_of(b"]", lambda: self.value(depth))

    def value(self, depth):
        first = self.text[self.at : self.at + 1]
        if first == b"{":
            self.object(depth + 1)
        elif first == b"[":
            self.array(depth + 1)
        elif first == b'"':
            self.match(STRING)
        elif not (self.take(b"true") or self.take(b"false") or self.take(b"null")):
            refuse_if(len(self.match(NUMBER)) > 32, "body.payload")


def check_payload(payload):
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("body.payload")
    compact = Compact(payload)
    compact.object(1)
    refuse_if(compact.at != len(payload), "body.payload")


def parse_body(text):
    """The body as an object, its payload under "data"."""
    refuse_if(len(text) > TEXT_MAX, "body.size")
    frame = FRAME.fullmatch(text)
    refuse_if(not frame, "body.text")
    _, seq, kind, pack, version, at, floor, _, files, payload = frame.groups()
    refuse_if(not 1 <= int(seq) <= EXACT_MAX, "body.seq")
    refuse_if(not re.fullmatch(rb"[a-z][a-z0-9_]{0,39}", kind), "body.kind")
    refuse_if(not re.fullmatch(rb"[a-z0-9-]{1,40}", pack) or not 1 <= int(version) < 2**32, "body.pack")
    refuse_if(any(abs(int(each)) > EXACT_MAX for each in (at, floor)), "body.time")
    refuse_if(files is not None and files.count(b",") >= 1000, "body.files")
    check_payload(payload)
    refuse_if(not all(CANONICAL.fullmatch(each) for each in (seq, version, at, floor)), "body.text")
    return json.loads(text)
