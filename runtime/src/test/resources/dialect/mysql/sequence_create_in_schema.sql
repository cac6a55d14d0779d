CREATE TABLE IF NOT EXISTS app.note_seq (next_val BIGINT);
INSERT INTO app.note_seq SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM app.note_seq);
