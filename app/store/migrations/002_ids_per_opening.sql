-- Record ids are set aside by every opening of the store for itself and never read back from here: what an older program has
-- left may have been handed out from a copy of this file.
DROP TABLE reserved_id;

-- Record ids that were made durable before anything is sealed under them. Written, not read.
CREATE TABLE set_aside_id (
    place INTEGER PRIMARY KEY,
    id    BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

-- First 16 bytes of the SHA-256 of the record, which stay when the record goes: two records with one id are told apart by it.
-- NULL in rows of an older program.
ALTER TABLE outbox ADD COLUMN hash BLOB CHECK (hash IS NULL OR length(hash) = 16);
