-- Which cases are different since somebody looked: each under the number of its last change, so that whoever remembers
-- a number finds what came after it and reads nothing else. Kept by the database itself: no writer can forget it.
CREATE TABLE case_change (
    case_id BLOB PRIMARY KEY CHECK (length(case_id) = 16),
    number  INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- Up to which number each reader has looked, and on what ground (another one, and it looks at all of them again).
CREATE TABLE case_reader (
    name   TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    ground BLOB NOT NULL CHECK (length(ground) = 32)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER case_record_came AFTER INSERT ON case_record WHEN NEW.opened = 1 AND length(NEW.case_id) = 16 BEGIN
    INSERT INTO case_change (case_id, number) VALUES (NEW.case_id, (SELECT coalesce(max(number), 0) + 1 FROM case_change))
    ON CONFLICT (case_id) DO UPDATE SET number = excluded.number;
END;
CREATE TRIGGER case_record_opened AFTER UPDATE OF opened, case_id, body ON case_record
WHEN NEW.opened = 1 AND length(NEW.case_id) = 16 BEGIN
    INSERT INTO case_change (case_id, number) VALUES (NEW.case_id, (SELECT coalesce(max(number), 0) + 1 FROM case_change))
    ON CONFLICT (case_id) DO UPDATE SET number = excluded.number;
END;
CREATE TRIGGER case_record_closed AFTER UPDATE OF opened, case_id, body ON case_record
WHEN OLD.opened = 1 AND length(OLD.case_id) = 16 AND (NEW.opened <> 1 OR NEW.case_id <> OLD.case_id) BEGIN
    INSERT INTO case_change (case_id, number) VALUES (OLD.case_id, (SELECT coalesce(max(number), 0) + 1 FROM case_change))
    ON CONFLICT (case_id) DO UPDATE SET number = excluded.number;
END;
CREATE TRIGGER case_record_gone AFTER DELETE ON case_record WHEN OLD.opened = 1 AND length(OLD.case_id) = 16 BEGIN
    INSERT INTO case_change (case_id, number) VALUES (OLD.case_id, (SELECT coalesce(max(number), 0) + 1 FROM case_change))
    ON CONFLICT (case_id) DO UPDATE SET number = excluded.number;
END;
-- A key lets this laptop say things in the case that it could not say before.
CREATE TRIGGER case_key_came AFTER INSERT ON case_key BEGIN
    INSERT INTO case_change (case_id, number) VALUES (NEW.case_id, (SELECT coalesce(max(number), 0) + 1 FROM case_change))
    ON CONFLICT (case_id) DO UPDATE SET number = excluded.number;
END;
