-- The record: one hash chain a landlord. Everything else can be rebuilt from these tables.
CREATE TABLE head (
    landlord TEXT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    hash TEXT NOT NULL,
    recorded_at TEXT NOT NULL
);

CREATE TABLE event (
    landlord TEXT NOT NULL,
    position BIGINT NOT NULL,
    stream TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT,
    pack TEXT,
    body TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (landlord, position),
    UNIQUE (landlord, stream, seq)
);

-- People's words, apart from the facts, so that they can go. The event holds only a commitment.
CREATE TABLE part (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    class TEXT NOT NULL,
    salt TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (landlord, id)
);
CREATE INDEX part_position ON part (landlord, position);

-- Which parts are gone, and by which event; rebuilt from the `parts-erased` events.
CREATE TABLE erased_part (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    erased_on TEXT NOT NULL,
    rule TEXT NOT NULL,
    -- The event that held the part, and the event that erased it.
    position BIGINT NOT NULL,
    erasure BIGINT NOT NULL,
    PRIMARY KEY (landlord, id)
);
CREATE INDEX erased_part_position ON erased_part (landlord, position);

-- What came of a form or call, so that sending it twice acts once.
CREATE TABLE outcome (
    landlord TEXT NOT NULL,
    token TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    outcome TEXT,
    made_at TEXT NOT NULL,
    PRIMARY KEY (landlord, token)
);
CREATE INDEX outcome_made ON outcome (made_at);

CREATE TABLE counter (
    landlord TEXT NOT NULL,
    series TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (landlord, series)
);
