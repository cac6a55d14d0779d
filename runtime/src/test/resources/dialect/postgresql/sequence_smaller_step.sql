-- in one transaction
ALTER SEQUENCE app.note_seq START WITH 5 INCREMENT BY 10;
