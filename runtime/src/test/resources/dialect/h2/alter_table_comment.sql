COMMENT ON TABLE post IS 'it''s';
