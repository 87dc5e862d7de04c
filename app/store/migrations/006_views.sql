-- What was seen is told to the leaders of the court: up to which place of this table it has been told …
CREATE TABLE view_told (
    person BLOB PRIMARY KEY CHECK (length(person) = 8),
    place  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- … and by which record a view came that was made on another laptop; none: made here.
ALTER TABLE view_log ADD COLUMN record BLOB NOT NULL DEFAULT x'';
CREATE INDEX view_log_record ON view_log (record) WHERE length(record) = 16;
