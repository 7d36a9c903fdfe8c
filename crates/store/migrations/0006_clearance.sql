-- A letter half written can wait for a second person, who clears it or returns it with notes.
ALTER TABLE draft ADD COLUMN standing TEXT NOT NULL DEFAULT 'written';
ALTER TABLE draft ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN notes_by TEXT NOT NULL DEFAULT '';
