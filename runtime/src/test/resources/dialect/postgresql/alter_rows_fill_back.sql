-- in one transaction
ALTER TABLE post ALTER COLUMN stars DROP NOT NULL, DROP CONSTRAINT IF EXISTS turnstone_not_null_stars;
