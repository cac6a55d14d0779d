-- in one transaction
ALTER TABLE post ALTER COLUMN title DROP NOT NULL, DROP CONSTRAINT IF EXISTS turnstone_not_null_title;
