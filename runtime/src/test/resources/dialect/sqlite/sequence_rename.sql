-- in one transaction
ALTER TABLE post_seq RENAME TO entry_seq;
