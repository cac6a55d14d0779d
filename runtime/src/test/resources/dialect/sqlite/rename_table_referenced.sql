-- in one transaction
ALTER TABLE author RENAME TO writer;
