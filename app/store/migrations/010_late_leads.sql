-- Leads that are overdue, as registrars' laptops tell the leaders, who read no intake: whose name, from whom, what is
-- owed since when. An empty day: it is not overdue any more. Of what several said the one who knew more steps counts.
CREATE TABLE late_lead (
    record     BLOB PRIMARY KEY CHECK (length(record) = 16),
    lead       BLOB NOT NULL CHECK (length(lead) = 16),
    person     BLOB NOT NULL CHECK (length(person) = 8),
    claimed_ms INTEGER NOT NULL,
    known      INTEGER NOT NULL,
    name       TEXT NOT NULL,
    source     TEXT NOT NULL,
    task       TEXT NOT NULL,
    due        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX late_lead_lead ON late_lead (lead, known, claimed_ms);
