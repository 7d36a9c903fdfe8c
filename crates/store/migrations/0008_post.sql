-- The post: every letter on its way out, once by case, letter, addressee and channel. The record
-- says that a letter waits, left, came back; this table says where the house is with it.
CREATE TABLE dispatch (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    complaint TEXT NOT NULL,
    letter TEXT NOT NULL,
    number BIGINT NOT NULL,
    addressee TEXT NOT NULL,
    -- email, post or hand.
    way TEXT NOT NULL,
    -- queued, held, sending, unknown, printed, sent, failed, returned or withdrawn.
    state TEXT NOT NULL,
    -- Stands in the address that answers go to, and finds the case.
    token TEXT NOT NULL,
    message_id TEXT NOT NULL,
    -- The day printed on it.
    dated TEXT NOT NULL,
    -- The last day on which it meets what it is for.
    due_on TEXT,
    -- SHA-256 of its paper, and in which print.
    paper TEXT NOT NULL,
    print TEXT NOT NULL,
    -- Where it went, once it did. A person's words: they go with an erasure.
    address TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    first_tried_at TEXT,
    try_at TEXT,
    claimed_at TEXT,
    -- What the mail server said, or why it is held.
    answer TEXT NOT NULL,
    batch TEXT,
    piece BIGINT,
    copies BIGINT NOT NULL,
    left_on TEXT,
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (landlord, id),
    UNIQUE (landlord, complaint, number, addressee, way),
    UNIQUE (token),
    UNIQUE (message_id)
);
CREATE INDEX dispatch_state ON dispatch (landlord, state, dated, id);
CREATE INDEX dispatch_try ON dispatch (state, way, try_at);
CREATE INDEX dispatch_batch ON dispatch (landlord, batch, piece);

-- How a landlord's letters leave, and the secret that signs their message ids.
CREATE TABLE post_house (
    landlord TEXT NOT NULL PRIMARY KEY,
    -- Whether letters wait in Post until they have left; otherwise they count on the day of their act.
    waits BOOLEAN NOT NULL,
    secret TEXT NOT NULL
);

-- Who is away, and who sees to their work meanwhile.
CREATE TABLE absence (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    staff TEXT NOT NULL,
    deputy TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    ended_on TEXT,
    set_by TEXT NOT NULL,
    set_at TEXT NOT NULL,
    PRIMARY KEY (landlord, id)
);
CREATE INDEX absence_staff ON absence (landlord, staff, from_on);

-- Where a member of staff gets the list of the morning, and the mornings on which it went.
CREATE TABLE digest_address (
    landlord TEXT NOT NULL,
    staff TEXT NOT NULL,
    email TEXT NOT NULL,
    PRIMARY KEY (landlord, staff)
);
CREATE TABLE digest (
    landlord TEXT NOT NULL,
    staff TEXT NOT NULL,
    morning TEXT NOT NULL,
    state TEXT NOT NULL,
    message_id TEXT NOT NULL,
    lines BIGINT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (landlord, staff, morning)
);
