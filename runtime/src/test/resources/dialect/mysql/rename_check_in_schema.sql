ALTER TABLE app.note
    DROP CHECK ck_note,
    ADD CONSTRAINT `order` CHECK (id > 0);
-- done: SELECT 1 FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = 'app' AND TABLE_NAME = 'note' AND CONSTRAINT_NAME = 'order'
