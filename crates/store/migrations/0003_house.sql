-- The landlord, its staff, who signed in and who looked at what.
CREATE TABLE landlord (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    telephone TEXT NOT NULL,
    email TEXT NOT NULL,
    hours TEXT NOT NULL,
    accent TEXT NOT NULL,
    nation TEXT NOT NULL
);

CREATE TABLE ombudsman (
    landlord TEXT NOT NULL,
    in_force_from TEXT NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (landlord, in_force_from)
);

CREATE TABLE closure (
    landlord TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (landlord, closed_on)
);

CREATE TABLE adoption (
    landlord TEXT NOT NULL,
    in_force_from TEXT NOT NULL,
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    pack_text TEXT NOT NULL,
    adopted_by TEXT,
    adopted_at TEXT NOT NULL,
    PRIMARY KEY (landlord, in_force_from)
);

CREATE TABLE staff (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    login TEXT NOT NULL,
    login_key TEXT NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    must_change BOOLEAN NOT NULL,
    created_at TEXT NOT NULL,
    last_sign_in_at TEXT,
    PRIMARY KEY (landlord, id),
    UNIQUE (landlord, login_key)
);

CREATE TABLE staff_role (
    landlord TEXT NOT NULL,
    staff TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (landlord, staff, role)
);

CREATE TABLE session (
    -- SHA-256 of the token, which only the browser holds.
    token TEXT NOT NULL PRIMARY KEY,
    landlord TEXT NOT NULL,
    staff TEXT NOT NULL,
    csrf TEXT NOT NULL,
    own_device BOOLEAN NOT NULL,
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    idle_seconds BIGINT NOT NULL,
    idle_until TEXT NOT NULL,
    ends_at TEXT NOT NULL
);
CREATE INDEX session_staff ON session (landlord, staff);
CREATE INDEX session_ends ON session (ends_at);

CREATE TABLE sign_in_throttle (
    landlord TEXT NOT NULL,
    -- SHA-256 of what is counted: a login name, or a login name and an address.
    counted TEXT NOT NULL,
    failures BIGINT NOT NULL,
    failed_at TEXT,
    worked_at TEXT,
    PRIMARY KEY (landlord, counted)
);

CREATE TABLE sign_in_log (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    login TEXT NOT NULL,
    address TEXT NOT NULL,
    worked BOOLEAN NOT NULL,
    PRIMARY KEY (landlord, id)
);
CREATE INDEX sign_in_log_at ON sign_in_log (landlord, at);

CREATE TABLE access_log (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    staff TEXT NOT NULL,
    complaint TEXT,
    person TEXT,
    page TEXT NOT NULL,
    why TEXT,
    PRIMARY KEY (landlord, id)
);
CREATE INDEX access_log_complaint ON access_log (landlord, complaint, at);
CREATE INDEX access_log_person ON access_log (landlord, person, at);
CREATE INDEX access_log_staff ON access_log (landlord, staff, at);
