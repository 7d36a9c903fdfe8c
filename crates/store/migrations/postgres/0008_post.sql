-- The planner keeps no samples of addresses.
ALTER TABLE dispatch ALTER COLUMN address SET STATISTICS 0, ALTER COLUMN answer SET STATISTICS 0;
ALTER TABLE digest_address ALTER COLUMN email SET STATISTICS 0;
