-- The resident's side: codes that letters carry, the sessions they open, who tried at the door,
-- links by e-mail, complaints half told, and papers that wait for the post.
CREATE TABLE letter_code (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    complaint TEXT NOT NULL,
    reference TEXT NOT NULL,
    person TEXT,
    -- Whether it was given to somebody who acts for the person.
    representative BOOLEAN NOT NULL,
    -- The number of the letter in its case; 0 for the receipt of a complaint made on the portal.
    letter BIGINT NOT NULL,
    -- The first symbols find the row; only a hash of the others is kept.
    pick TEXT NOT NULL,
    hash TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT,
    ended_why TEXT,
    wrong BIGINT NOT NULL,
    PRIMARY KEY (landlord, id)
);
CREATE INDEX letter_code_reference ON letter_code (reference, pick);
CREATE INDEX letter_code_complaint ON letter_code (landlord, complaint);

CREATE TABLE portal_session (
    -- SHA-256 of the token, which only the browser holds.
    token TEXT NOT NULL PRIMARY KEY,
    landlord TEXT NOT NULL,
    -- The case it opens, or the complaint that is being told.
    complaint TEXT,
    draft TEXT,
    representative BOOLEAN NOT NULL,
    csrf TEXT NOT NULL,
    own_device BOOLEAN NOT NULL,
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    idle_seconds BIGINT NOT NULL,
    idle_until TEXT NOT NULL,
    ends_at TEXT NOT NULL
);
CREATE INDEX portal_session_complaint ON portal_session (landlord, complaint);
CREATE INDEX portal_session_ends ON portal_session (ends_at);

CREATE TABLE portal_try (
    -- SHA-256 of what is counted: a reference, an address, or both together.
    counted TEXT NOT NULL PRIMARY KEY,
    wrong BIGINT NOT NULL,
    wrong_at TEXT NOT NULL
);

CREATE TABLE portal_link (
    -- SHA-256 of the token in the link.
    token TEXT NOT NULL PRIMARY KEY,
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    -- SHA-256 of the code beside it, which is typed.
    code TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    wrong BIGINT NOT NULL
);

CREATE TABLE intake_draft (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    -- SHA-256 of the code that leads back to it.
    come_back TEXT NOT NULL,
    words TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    -- The reference, once it was sent.
    reference TEXT,
    PRIMARY KEY (landlord, id)
);
CREATE UNIQUE INDEX intake_draft_come_back ON intake_draft (come_back);

CREATE TABLE intake_file (
    landlord TEXT NOT NULL,
    draft TEXT NOT NULL,
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,
    what TEXT NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (landlord, draft, id)
);
CREATE INDEX intake_file_sha256 ON intake_file (sha256);

CREATE TABLE paper_to_post (
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    number BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    left_at TEXT NOT NULL,
    PRIMARY KEY (landlord, complaint, number)
);
CREATE INDEX paper_to_post_sha256 ON paper_to_post (sha256);
