RENAME TABLE IF EXISTS app.note_seq TO app.remark_seq;
