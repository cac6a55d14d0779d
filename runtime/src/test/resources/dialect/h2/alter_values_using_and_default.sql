-- in one transaction
UPDATE post SET title = COALESCE((UPPER(title)), 'y');
ALTER TABLE post ALTER COLUMN title SET DEFAULT 'y';
UPDATE post SET title = 'y' WHERE title IS NULL;
ALTER TABLE post ALTER COLUMN title SET NOT NULL;
