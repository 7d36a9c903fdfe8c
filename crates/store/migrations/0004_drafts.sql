-- Letters half written: the words of the people who write them, one a case and form. They stand
-- beside the record, not in it, and go for good.
CREATE TABLE draft (
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    form TEXT NOT NULL,
    version BIGINT NOT NULL,
    words TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (landlord, complaint, form)
);
CREATE INDEX draft_changed_by ON draft (landlord, changed_by, changed_at);
CREATE INDEX draft_changed_at ON draft (changed_at);
