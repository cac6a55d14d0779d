-- in one transaction
-- GENERATED
SELECT 'CREATE SCHEMA app' WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = 'app');
CREATE SEQUENCE IF NOT EXISTS app.note_seq START WITH 1 INCREMENT BY 50;
