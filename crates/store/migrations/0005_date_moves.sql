-- Changes of the calendar that somebody proposed, and what was chosen for single days.
CREATE TABLE date_move (
    landlord TEXT NOT NULL,
    id TEXT NOT NULL,
    -- The day that begins to be closed, or to count again.
    changes_on TEXT NOT NULL,
    opens BOOLEAN NOT NULL,
    what TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    -- proposed, underway, in-force or withdrawn.
    state TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    -- The last case that has its entry, so that a broken run goes on from there.
    reached TEXT NOT NULL,
    PRIMARY KEY (landlord, id)
);

CREATE TABLE date_move_choice (
    landlord TEXT NOT NULL,
    date_move TEXT NOT NULL,
    complaint TEXT NOT NULL,
    clock TEXT NOT NULL,
    moves BOOLEAN NOT NULL,
    PRIMARY KEY (landlord, date_move, complaint, clock)
);

CREATE INDEX diary_touched ON diary (landlord, complaint, due_on);
