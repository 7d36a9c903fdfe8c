-- What kept a landlord from its complaints for a time, and what was done about it: each step a line,
-- and none is ever changed. The first of an event says what happened and from which day.
CREATE TABLE exceptional_event (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    n BIGINT NOT NULL,
    -- began, ombudsman, residents, published, returns, over
    step TEXT NOT NULL,
    on_day TEXT NOT NULL,
    detail TEXT NOT NULL,
    set_by TEXT NOT NULL,
    set_at TEXT NOT NULL,
    PRIMARY KEY (landlord, id, n)
);
