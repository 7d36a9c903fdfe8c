-- What can be searched. The index keeps no copy of the words and forgets what is deleted.
CREATE TABLE search_text (
    id INTEGER PRIMARY KEY,
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX search_text_complaint ON search_text (landlord, complaint);
CREATE VIRTUAL TABLE search_index USING fts5(
    landlord, words, content = 'search_text', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index (rowid, landlord, words) VALUES (new.id, new.landlord, new.words);
END;
CREATE TRIGGER search_text_gone AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, landlord, words)
    VALUES ('delete', old.id, old.landlord, old.words);
END;
