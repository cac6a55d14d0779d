-- in one transaction
ALTER TABLE post ADD COLUMN x VARCHAR(9) DEFAULT 'd';
