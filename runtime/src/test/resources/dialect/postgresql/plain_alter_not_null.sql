-- in one transaction
UPDATE post SET title = 'x' WHERE title IS NULL;
ALTER TABLE post ALTER COLUMN title SET NOT NULL;
