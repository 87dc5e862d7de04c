-- Which facts of which case are open here: answered from this index alone, without a look at the records themselves.
CREATE INDEX case_record_facts ON case_record (case_id, id, hash, place) WHERE opened = 1 AND length(case_id) = 16;

-- What the facts of a case came to, so that they need not be folded anew. Its key says of which facts, which fold and
-- which offices it was made: another key, and it counts for nothing. May be emptied at any time.
CREATE TABLE case_fold (
    case_id BLOB NOT NULL UNIQUE CHECK (length(case_id) = 16),
    key     BLOB NOT NULL CHECK (length(key) = 32),
    folded  BLOB NOT NULL
) STRICT;
