-- Registers: what is kept in view across cases, each entry with the day it waits for.
CREATE TABLE register (
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    -- Which register, and what names the entry within it and its case.
    register TEXT NOT NULL,
    id TEXT NOT NULL,
    what TEXT NOT NULL,
    state TEXT NOT NULL,
    since_on TEXT NOT NULL,
    -- '9999-12-31' where nothing is due, so that these come last in every list.
    due_on TEXT NOT NULL,
    done BOOLEAN NOT NULL,
    PRIMARY KEY (landlord, complaint, register, id)
);
CREATE INDEX register_due ON register (landlord, register, done, due_on, complaint, id);
CREATE INDEX register_since ON register (landlord, register, since_on, complaint, id);
