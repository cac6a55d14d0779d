-- in one transaction
ALTER TABLE post ADD COLUMN x TEXT;
