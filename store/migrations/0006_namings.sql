-- Who is named in each article, packed: a register of all articles is made of
-- a hundred thousand small rows, not of millions of facts. Names, offices,
-- sides and days are written once, as terms.
CREATE TABLE terms (
  n    INTEGER PRIMARY KEY,
  term TEXT NOT NULL UNIQUE
) STRICT;

ALTER TABLE readings ADD COLUMN named BLOB NOT NULL DEFAULT x'';
