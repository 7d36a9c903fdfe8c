-- Lists: rows that can be rebuilt from the record at any time, written in the same transaction.
CREATE TABLE complaint (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    reference TEXT NOT NULL,
    person TEXT,
    name TEXT NOT NULL,
    home TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    stage TEXT NOT NULL,
    owner TEXT,
    received_on TEXT NOT NULL,
    -- '9999-12-31' where nothing is due, so that these come last in every list.
    next_due TEXT NOT NULL,
    next_clock TEXT,
    pack TEXT NOT NULL,
    channel TEXT NOT NULL,
    category TEXT,
    extended BOOLEAN NOT NULL,
    risk BOOLEAN NOT NULL,
    needs BOOLEAN NOT NULL,
    is_open BOOLEAN NOT NULL,
    closed_on TEXT,
    updated_at TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (landlord, id),
    UNIQUE (landlord, reference)
);
-- Each begins with what a list is narrowed by most, and goes on in the order of the list.
CREATE INDEX complaint_due ON complaint
    (landlord, next_due, reference, is_open, stage, extended, received_on, channel, category);
CREATE INDEX complaint_open ON complaint
    (landlord, is_open, next_due, reference, stage, extended, received_on, channel, category);
CREATE INDEX complaint_owner ON complaint
    (landlord, owner, is_open, next_due, reference, stage, extended, received_on);
CREATE INDEX complaint_state ON complaint (landlord, state, next_due, reference, stage);
CREATE INDEX complaint_stage ON complaint (landlord, stage, is_open, next_due, reference);
CREATE INDEX complaint_channel ON complaint (landlord, channel, is_open, next_due, reference);
CREATE INDEX complaint_category ON complaint (landlord, category, is_open, next_due, reference);
CREATE INDEX complaint_extended ON complaint (landlord, extended, is_open, next_due, reference);
CREATE INDEX complaint_risk ON complaint (landlord, risk, is_open, next_due, reference);
CREATE INDEX complaint_needs ON complaint (landlord, needs, is_open, next_due, reference);
CREATE INDEX complaint_pack ON complaint (landlord, pack, is_open, next_due, reference);
CREATE INDEX complaint_clock ON complaint (landlord, next_clock, next_due, reference);
CREATE INDEX complaint_received ON complaint (landlord, received_on, next_due, reference);
CREATE INDEX complaint_person ON complaint (landlord, person, received_on);

-- Every promise of every case: the clocks, stored.
CREATE TABLE diary (
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    -- Whether the landlord is bound by it; a limit that binds the resident is never overdue.
    ours BOOLEAN NOT NULL,
    due_on TEXT NOT NULL,
    done BOOLEAN NOT NULL,
    done_on TEXT,
    status TEXT NOT NULL,
    clause TEXT NOT NULL,
    owner TEXT,
    PRIMARY KEY (landlord, complaint, id)
);
CREATE INDEX diary_due ON diary (landlord, due_on, complaint, id) WHERE NOT done;
CREATE INDEX diary_owner ON diary (landlord, owner, due_on, complaint, id) WHERE NOT done;
CREATE INDEX diary_kind ON diary (landlord, kind, due_on, complaint, id) WHERE NOT done;

CREATE TABLE action (
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    id TEXT NOT NULL,
    what TEXT NOT NULL,
    owner TEXT NOT NULL,
    staff TEXT,
    due_on TEXT NOT NULL,
    done_on TEXT,
    PRIMARY KEY (landlord, complaint, id)
);
CREATE INDEX action_due ON action (landlord, due_on, complaint, id) WHERE done_on IS NULL;
CREATE INDEX action_staff ON action (landlord, staff, due_on, complaint, id) WHERE done_on IS NULL;

CREATE TABLE letter (
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    number BIGINT NOT NULL,
    stage TEXT NOT NULL,
    state TEXT NOT NULL,
    channel TEXT,
    dated TEXT NOT NULL,
    sent_on TEXT,
    file TEXT,
    PRIMARY KEY (landlord, complaint, id)
);

CREATE TABLE file (
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,
    added_by TEXT,
    added_at TEXT NOT NULL,
    PRIMARY KEY (landlord, complaint, id)
);
CREATE INDEX file_sha256 ON file (sha256);

CREATE TABLE contact (
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    received_on TEXT NOT NULL,
    channel TEXT NOT NULL,
    sender TEXT NOT NULL,
    about TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (landlord, complaint)
);
CREATE INDEX contact_waiting ON contact (landlord, state, received_on, complaint);

-- Staff from whom a case is kept: it concerns them, or they have a conflict of interest.
CREATE TABLE case_barred (
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    staff TEXT NOT NULL,
    PRIMARY KEY (landlord, complaint, staff)
);

CREATE TABLE person (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    -- The name with case and accents folded by the program, since the two databases fold apart.
    name_key TEXT NOT NULL,
    address TEXT NOT NULL,
    telephone TEXT NOT NULL,
    email TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (landlord, id)
);
CREATE INDEX person_name ON person (landlord, name_key, id);

-- The beginnings of every word of a name, so that a surname finds its person.
CREATE TABLE person_word (
    landlord TEXT NOT NULL,
    word TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (landlord, word, person)
);
CREATE INDEX person_word_person ON person_word (landlord, person);
