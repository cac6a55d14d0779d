-- in one transaction
ALTER TABLE post RENAME TO turnstone_new_Post;
ALTER TABLE turnstone_new_Post RENAME TO Post;
