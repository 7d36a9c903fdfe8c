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
