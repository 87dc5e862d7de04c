-- Unfinished applications, sealed to the ticket that the person holds: after a power cut the ticket opens its own here. There
-- are always as many rows as places (drafts.hpp); a place that nobody uses holds a record that nobody can open.
CREATE TABLE draft (
    place   INTEGER PRIMARY KEY,
    locator BLOB NOT NULL CHECK (length(locator) = 8),
    record  BLOB NOT NULL
) STRICT;
