-- Policies of a landlord's own: the bytes as they were given, who loaded them and who approved them.
CREATE TABLE policy_pack (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    -- The policy's own short name, which cases remember.
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    pack_text TEXT NOT NULL,
    -- draft, approved or withdrawn.
    state TEXT NOT NULL,
    loaded_by TEXT NOT NULL,
    loaded_at TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    PRIMARY KEY (landlord, id)
);
CREATE UNIQUE INDEX policy_pack_known ON policy_pack (landlord, pack) WHERE state = 'approved';

-- Policies that somebody asked to have in force from a day, until somebody else agrees.
CREATE TABLE adoption_proposal (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    in_force_from TEXT NOT NULL,
    -- proposed, in-force or withdrawn.
    state TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    PRIMARY KEY (landlord, id)
);

ALTER TABLE adoption ADD COLUMN proposed_by TEXT;

-- Changes of accounts, settings and policies: who, when, what it was and what it became.
CREATE TABLE change_log (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    -- Nobody where it was done on the machine itself.
    staff TEXT,
    kind TEXT NOT NULL,
    -- What it is about: a staff id, a policy's name, a day.
    about TEXT NOT NULL,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    PRIMARY KEY (landlord, id)
);
CREATE INDEX change_log_at ON change_log (landlord, at, id);
CREATE INDEX change_log_staff ON change_log (landlord, staff, at, id);
CREATE INDEX change_log_kind ON change_log (landlord, kind, at, id);
