-- What can be searched.
CREATE TABLE search_text (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    words TEXT NOT NULL,
    tokens TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED
);
CREATE INDEX search_text_complaint ON search_text (landlord, complaint);
CREATE INDEX search_text_tokens ON search_text USING gin (tokens);

-- The planner keeps samples of what columns hold, which an erasure would not reach. It is to keep
-- none of people's words.
ALTER TABLE part ALTER COLUMN words SET STATISTICS 0, ALTER COLUMN salt SET STATISTICS 0;
ALTER TABLE complaint ALTER COLUMN name SET STATISTICS 0, ALTER COLUMN home SET STATISTICS 0,
    ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE action ALTER COLUMN what SET STATISTICS 0, ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE file ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE contact ALTER COLUMN sender SET STATISTICS 0, ALTER COLUMN words SET STATISTICS 0,
    ALTER COLUMN about SET STATISTICS 0;
ALTER TABLE person ALTER COLUMN name SET STATISTICS 0, ALTER COLUMN name_key SET STATISTICS 0,
    ALTER COLUMN address SET STATISTICS 0, ALTER COLUMN telephone SET STATISTICS 0,
    ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE person_word ALTER COLUMN word SET STATISTICS 0;
ALTER TABLE search_text ALTER COLUMN words SET STATISTICS 0,
    ALTER COLUMN tokens SET STATISTICS 0;
