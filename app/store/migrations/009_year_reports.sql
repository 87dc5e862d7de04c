-- The written report on a year that the committee owes (P15): when it was sent, as somebody of the court said it. An
-- empty day takes back what was said before; of two the one that was said later counts.
CREATE TABLE year_report (
    record     BLOB PRIMARY KEY CHECK (length(record) = 16),
    year       INTEGER NOT NULL,
    claimed_ms INTEGER NOT NULL,
    person     BLOB NOT NULL CHECK (length(person) = 8),
    sent_on    TEXT NOT NULL,
    sent_to    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX year_report_year ON year_report (year, claimed_ms);
