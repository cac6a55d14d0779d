-- in one transaction
COMMENT ON TABLE post IS 'it''s';
