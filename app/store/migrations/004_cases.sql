-- Records of the court's cases as they travel. Most are of cases of other people and stay closed here. One record by id and
-- hash: another one under the same id is kept beside it.
CREATE TABLE case_record (
    place        INTEGER PRIMARY KEY,
    id           BLOB NOT NULL CHECK (length(id) = 16),
    hash         BLOB NOT NULL CHECK (length(hash) = 16),
    recipient    BLOB NOT NULL CHECK (length(recipient) = 8),
    case_id      BLOB NOT NULL DEFAULT x'',
    kind         TEXT NOT NULL DEFAULT '',
    arrived_ms   INTEGER NOT NULL,
    received_ms  INTEGER NOT NULL DEFAULT 0,
    hub_sequence INTEGER NOT NULL DEFAULT 0,
    origin       INTEGER NOT NULL,
    opened       INTEGER NOT NULL DEFAULT 0,
    problem      TEXT NOT NULL DEFAULT '',
    record       BLOB NOT NULL,
    body         BLOB,
    notice       BLOB NOT NULL DEFAULT x'',  -- what was told to the slip with it, by this laptop
    UNIQUE (id, hash)
) STRICT;
CREATE INDEX case_record_case ON case_record (case_id, place) WHERE length(case_id) = 16;
CREATE INDEX case_record_closed ON case_record (recipient) WHERE opened = 0;

-- Keys of the cases on which this person is.
CREATE TABLE case_key (
    key_id  BLOB PRIMARY KEY CHECK (length(key_id) = 8),
    case_id BLOB NOT NULL CHECK (length(case_id) = 16),
    epoch   INTEGER NOT NULL,
    secret  BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_key_case ON case_key (case_id, epoch);

-- Who looked at what on this laptop, and what they took out of it.
CREATE TABLE view_log (
    place   INTEGER PRIMARY KEY,
    at_ms   INTEGER NOT NULL,
    person  BLOB NOT NULL CHECK (length(person) = 8),
    case_id BLOB NOT NULL CHECK (length(case_id) = 16),
    what    TEXT NOT NULL
) STRICT;
CREATE INDEX view_log_case ON view_log (case_id, place);
