-- in one transaction
ALTER TABLE post RENAME COLUMN title TO old;
ALTER TABLE post RENAME COLUMN stars TO title;
ALTER TABLE post RENAME COLUMN old TO stars;
