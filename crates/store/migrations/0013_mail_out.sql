-- What the program wrote to somebody by itself, by the hash of their address: so that no machine is
-- answered twice a day and no case sends more than a few messages a day by itself.
CREATE TABLE automatic_mail (
    landlord TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    complaint TEXT,
    recipient TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (landlord, kind, about)
);
CREATE INDEX automatic_mail_recipient ON automatic_mail (landlord, kind, recipient, sent_at);
CREATE INDEX automatic_mail_case ON automatic_mail (landlord, complaint, sent_at);
-- Addresses from which something came back, by their hash: nothing goes there until somebody says
-- that they are right.
CREATE TABLE doubtful_address (
    landlord TEXT NOT NULL,
    way TEXT NOT NULL,
    address TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (landlord, way, address)
);
-- How the last looks into each mailbox went.
CREATE TABLE mailbox (
    landlord TEXT NOT NULL,
    address TEXT NOT NULL,
    read_at TEXT,
    failed_at TEXT,
    trouble TEXT NOT NULL,
    PRIMARY KEY (landlord, address)
);
-- Until when paper goes the same day, and by which class of post.
ALTER TABLE post_house ADD COLUMN cut_off TEXT NOT NULL DEFAULT '';
ALTER TABLE post_house ADD COLUMN class TEXT NOT NULL DEFAULT 'first';
