-- in one transaction
ALTER TABLE post ADD COLUMN x VARCHAR(20) DEFAULT 'd' NOT NULL;
UPDATE post SET x = (UPPER(title));
