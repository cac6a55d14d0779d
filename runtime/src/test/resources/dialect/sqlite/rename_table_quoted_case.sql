-- in one transaction
ALTER TABLE user RENAME TO turnstone_new_User;
ALTER TABLE turnstone_new_User RENAME TO User;
