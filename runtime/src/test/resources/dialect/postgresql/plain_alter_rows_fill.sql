-- in one transaction
UPDATE post SET stars = 3 WHERE stars IS NULL;
ALTER TABLE post ALTER COLUMN stars SET NOT NULL;
