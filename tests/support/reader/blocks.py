"""FORMAT.md, section 1: building blocks."""
import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


class Refused(Exception):
    """Its text is the code."""


def refuse_if(wrong, code):
    if wrong:
        raise Refused(code)


def outcome(run):
    """What came of it, or the code."""
    try:
        return run()
    except Refused as refused:
        return str(refused)


def number(data):
    return int.from_bytes(data, "big")


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


def x25519_public(secret):
    return X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def hpke_keys(secret, enc, info):
    """RFC 9180, base mode, receiver: the X25519 result, key and nonce."""

    def labeled_extract(salt, suite, label, ikm):
        return extract(salt, b"HPKE-v1" + suite + label + ikm)

    def labeled_expand(prk, suite, label, context, size):
        return expand(prk, size.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context, size)

    kem, suite = b"KEM\x00\x20", b"HPKE\x00\x20\x00\x01\x00\x02"
    dh = X25519PrivateKey.from_private_bytes(secret).exchange(X25519PublicKey.from_public_bytes(enc))
    eae = labeled_extract(b"", kem, b"eae_prk", dh)
    shared = labeled_expand(eae, kem, b"shared_secret", enc + x25519_public(secret), 32)
    context = b"\0" + labeled_extract(b"", suite, b"psk_id_hash", b"") + labeled_extract(b"", suite, b"info_hash", info)
    prk = labeled_extract(shared, suite, b"secret", b"")
    return dh, labeled_expand(prk, suite, b"key", context, 32), labeled_expand(prk, suite, b"base_nonce", context, 12)


def hpke_open(secret, enc, info, aad, cipher_text):
    """None when it does not open."""
    try:
        _, key, nonce = hpke_keys(secret, enc, info)
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


def record_hash(record):
    return hashlib.sha256(record).digest()[:16]


def derived(context, public, size):
    return hashlib.sha256(b"courtyard/1/" + context + b"\0" + public).digest()[:size]
