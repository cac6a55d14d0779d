-- in one transaction
DROP SEQUENCE IF EXISTS app.note_seq;
