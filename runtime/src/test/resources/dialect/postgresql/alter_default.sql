-- in one transaction
ALTER TABLE post ALTER COLUMN title SET DEFAULT 'y';
