-- in one transaction
ALTER TABLE post ALTER COLUMN title DROP DEFAULT;
