-- E-mail as it came in: one line a message, whose original lies among the files under its hash. It
-- stands beside the record; what a message led to stands in its case.
CREATE TABLE mail (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    mailbox TEXT NOT NULL,
    arrived_at TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    why TEXT NOT NULL,
    complaint TEXT,
    sender TEXT NOT NULL,
    sender_key TEXT NOT NULL,
    subject TEXT NOT NULL,
    notes TEXT NOT NULL,
    receipt TEXT NOT NULL,
    settled_as TEXT,
    settled_by TEXT,
    settled_at TEXT,
    PRIMARY KEY (landlord, id)
);
CREATE UNIQUE INDEX mail_once ON mail (landlord, sha256);
CREATE INDEX mail_file ON mail (sha256);
CREATE INDEX mail_waiting ON mail (landlord, outcome, arrived_at);
CREATE INDEX mail_case ON mail (landlord, complaint);
CREATE INDEX mail_sender ON mail (landlord, sender_key, taken_at);
CREATE INDEX person_email ON person (landlord, LOWER(email));
