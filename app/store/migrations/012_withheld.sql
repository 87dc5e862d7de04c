-- Letters of the inbox that are not for this person: a case stands on them, and they are not on it. What lay here of
-- them is wrapped to a key of that case (inbox.record), and opens again with it; the hash is that of the record as it
-- came, by which another copy is known.
CREATE TABLE withheld (
    id   BLOB PRIMARY KEY CHECK (length(id) = 16),
    hash BLOB NOT NULL CHECK (length(hash) = 16),
    key  BLOB NOT NULL CHECK (length(key) = 8)
) STRICT, WITHOUT ROWID;
-- Cases that this person was on and is not on any more, as they were when they were forgotten: on which application
-- (empty: none) and which receipt, the public half of a key of it, and whether a conflict of interest took them off.
CREATE TABLE left_case (
    case_id     BLOB PRIMARY KEY CHECK (length(case_id) = 16),
    application BLOB NOT NULL CHECK (length(application) IN (0, 16)),
    receipt     TEXT NOT NULL,
    key         BLOB NOT NULL CHECK (length(key) = 32),
    in_conflict INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
