-- The first schema: what a kiosk and a laptop have in common. Sealed records are kept as they travel; opened bodies are kept
-- on laptops only. Times are milliseconds since 1970 UTC.

-- Secrets of this machine and, on a laptop, of its person.
CREATE TABLE keyring (
    name   TEXT PRIMARY KEY,
    secret BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Record ids that were made durable before anything is sealed under them.
CREATE TABLE reserved_id (
    place INTEGER PRIMARY KEY,
    id    BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;

-- The author's chain: the number of the next record and the hash of the last one.
CREATE TABLE chain (
    one           INTEGER PRIMARY KEY CHECK (one = 1),
    next_sequence INTEGER NOT NULL,
    previous      BLOB NOT NULL CHECK (length(previous) = 16)
) STRICT;

-- What this machine has to deliver. State is sync/mail's Delivery: 0 queued, 1 sent, 2 accepted, 3 durable, 4 quarantined.
-- The record goes when it is durable at the hub; the row stays as evidence.
CREATE TABLE outbox (
    place        INTEGER PRIMARY KEY,
    id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    mailbox      TEXT NOT NULL,
    state        INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
    size         INTEGER NOT NULL,
    hub_sequence INTEGER NOT NULL DEFAULT 0,
    verdict      INTEGER NOT NULL DEFAULT 0,
    accepted_ms  INTEGER NOT NULL DEFAULT 0,
    filed_ms     INTEGER NOT NULL,
    record       BLOB,
    CHECK (state = 3 OR record IS NOT NULL)
) STRICT;
CREATE INDEX outbox_on_the_way ON outbox (mailbox, place) WHERE state <> 3;
CREATE INDEX outbox_state ON outbox (state);

-- What this machine can open: applications, reviews and whatever later kinds there will be. An unknown kind is kept.
CREATE TABLE inbox (
    place        INTEGER PRIMARY KEY,
    id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind         TEXT NOT NULL,
    about        BLOB NOT NULL,
    name         TEXT NOT NULL,
    number       TEXT NOT NULL,
    claimed_ms   INTEGER NOT NULL,
    arrived_ms   INTEGER NOT NULL,
    received_ms  INTEGER NOT NULL DEFAULT 0,
    hub_sequence INTEGER NOT NULL DEFAULT 0,
    origin       INTEGER NOT NULL,
    opened       INTEGER NOT NULL,
    problem      TEXT NOT NULL DEFAULT '',
    machine      BLOB NOT NULL DEFAULT x'',
    outcome      TEXT NOT NULL DEFAULT '',
    urgent       INTEGER NOT NULL DEFAULT 0,
    record       BLOB NOT NULL,
    body         BLOB
) STRICT;
CREATE INDEX inbox_kind ON inbox (kind, place);
CREATE INDEX inbox_about ON inbox (about, place) WHERE length(about) = 16;
CREATE INDEX inbox_name ON inbox (kind, name, place);
CREATE INDEX inbox_number ON inbox (number) WHERE number <> '';

-- Every notice of the county, sealed; only a slip opens its own.
CREATE TABLE notice (
    place        INTEGER PRIMARY KEY,
    id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    locator      BLOB NOT NULL CHECK (length(locator) = 8),
    hub_sequence INTEGER NOT NULL,
    received_ms  INTEGER NOT NULL,
    record       BLOB NOT NULL
) STRICT;
CREATE INDEX notice_locator ON notice (locator, hub_sequence);

-- The highest version that was ever accepted of each signed document, kept apart from the files so that an old file cannot
-- come back.
CREATE TABLE document (
    name       TEXT PRIMARY KEY,
    version    INTEGER NOT NULL,
    digest     BLOB NOT NULL CHECK (length(digest) = 32),
    fetched_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How far each mailbox of the hub has been read.
CREATE TABLE cursor (
    mailbox    TEXT PRIMARY KEY,
    generation INTEGER NOT NULL,
    after      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Single moments and counters: the time floor, the last contact, the failures in a row.
CREATE TABLE moment (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Deflate dictionaries of every pack that was ever used here: what was sealed with an old one stays readable.
CREATE TABLE dictionary (
    id    INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
