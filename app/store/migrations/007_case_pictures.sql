-- Which picture a closed record of a case holds, by its SHA-256: known since its key was here, so that a list of pictures opens
-- none of them.
ALTER TABLE case_record ADD COLUMN picture BLOB NOT NULL DEFAULT x'';
CREATE INDEX case_record_picture ON case_record (case_id, picture) WHERE length(picture) = 32;
