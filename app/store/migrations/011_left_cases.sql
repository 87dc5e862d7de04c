-- Cases that this person has left, by a fact of their own that lies here still: until it is on its way it can be taken
-- back, and the case stays.
CREATE TABLE case_leaving (
    case_id BLOB PRIMARY KEY CHECK (length(case_id) = 16),
    fact    BLOB NOT NULL CHECK (length(fact) = 16)
) STRICT, WITHOUT ROWID;
-- Leaders who were on a case when it was forgotten here: what was noted of it before (view_log) is still told to them.
CREATE TABLE view_hearer (
    case_id BLOB NOT NULL CHECK (length(case_id) = 16),
    person  BLOB NOT NULL CHECK (length(person) = 8),
    PRIMARY KEY (case_id, person)
) STRICT, WITHOUT ROWID;
-- What a leader was not told of because they were not on the case then: told when they are.
CREATE TABLE view_kept (
    person BLOB NOT NULL CHECK (length(person) = 8),
    place  INTEGER NOT NULL,
    PRIMARY KEY (person, place)
) STRICT, WITHOUT ROWID;
-- Facts whose author's clock was days ahead of the day on which they came, by the best clock that is known here.
CREATE TABLE fact_ahead (
    fact       BLOB PRIMARY KEY CHECK (length(fact) = 16),
    case_id    BLOB NOT NULL CHECK (length(case_id) = 16),
    person     BLOB NOT NULL CHECK (length(person) = 8),
    claimed_ms INTEGER NOT NULL,
    came_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_ahead_case ON fact_ahead (case_id);
