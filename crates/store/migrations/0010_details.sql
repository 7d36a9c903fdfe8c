-- The landlord's own facts as letters print them, each from a day on. Before the first row the
-- landlord's entry holds.
CREATE TABLE landlord_details (
    landlord TEXT NOT NULL,
    in_force_from TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    telephone TEXT NOT NULL,
    email TEXT NOT NULL,
    web TEXT NOT NULL,
    team TEXT NOT NULL,
    hours TEXT NOT NULL,
    set_by TEXT,
    set_at TEXT NOT NULL,
    PRIMARY KEY (landlord, in_force_from)
);

-- The Ombudsman's details line by line instead of as one text, which nothing wrote before.
DROP TABLE ombudsman;
CREATE TABLE ombudsman (
    landlord TEXT NOT NULL,
    in_force_from TEXT NOT NULL,
    body TEXT NOT NULL,
    phone TEXT NOT NULL,
    web TEXT NOT NULL,
    post TEXT NOT NULL,
    form TEXT NOT NULL,
    email TEXT NOT NULL,
    set_by TEXT,
    set_at TEXT NOT NULL,
    PRIMARY KEY (landlord, in_force_from)
);
