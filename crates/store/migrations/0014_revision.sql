-- Counts the changes of what surrounds every case of a landlord, so that whoever keeps it in memory
-- knows when to read it anew.
ALTER TABLE landlord ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
