DROP TABLE IF EXISTS app.note_seq;
