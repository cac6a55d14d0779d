-- in one transaction
COMMENT ON TABLE post IS NULL;
