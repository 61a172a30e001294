-- For years of work: an index of folded words that keeps no copy of them,
-- texts packed together with their originals, marks of text that many share
-- kept short, and room for the facts of every article. What stands in the
-- tables of before is brought over by the step of the same number in Go.

DROP TABLE vocabulary;
DROP TABLE search;
DROP VIEW searchable;

ALTER TABLE texts RENAME TO plain_texts;
CREATE TABLE texts (
  n          INTEGER PRIMARY KEY REFERENCES articles (n),
  packed     BLOB NOT NULL,
  paragraphs BLOB NOT NULL,
  source     TEXT NOT NULL, -- JSON
  given      TEXT NOT NULL  -- JSON: the details as the file gave them
) STRICT;

ALTER TABLE originals RENAME TO plain_originals;
CREATE TABLE originals (
  n      INTEGER PRIMARY KEY REFERENCES articles (n),
  packed BLOB NOT NULL -- against the text
) STRICT;

-- Removed articles are not in the index. more has compounds in one word, and
-- the acronyms.
CREATE VIRTUAL TABLE search USING fts5 (
  title, outlet, byline, text, more,
  content = '', contentless_delete = 1,
  tokenize = 'ascii'
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(8.0, 2.0, 2.0, 1.0, 0.5)');

CREATE VIRTUAL TABLE vocabulary USING fts5vocab ('search', 'row');

-- The articles that have a mark of text, by number, four bytes each, little
-- end first; no more than a hundred.
CREATE TABLE marks (
  mark     INTEGER PRIMARY KEY,
  articles BLOB NOT NULL
) STRICT;

-- Files that were read whole, and the articles they gave: the same bytes need
-- not be read again.
CREATE TABLE taken (
  hash     BLOB PRIMARY KEY, -- SHA-256 of the file's bytes
  reader   INTEGER NOT NULL, -- the program that read it, and how it was told to, hashed
  articles TEXT NOT NULL     -- JSON: their numbers, in the file's order
) STRICT, WITHOUT ROWID;

-- What the rules found in each article, as rows. program is the one that read
-- the article; another one reads it anew. kinds is a set of bits, one for each
-- kind of fact that there is.
CREATE TABLE readings (
  n       INTEGER PRIMARY KEY REFERENCES articles (n),
  program TEXT NOT NULL,
  kinds   INTEGER NOT NULL
) STRICT;

CREATE TABLE facts (
  id       INTEGER PRIMARY KEY,
  article  INTEGER NOT NULL REFERENCES articles (n),
  kind     TEXT NOT NULL,
  day      TEXT NOT NULL, -- ISO 8601 as far as known; '' if not
  who      TEXT NOT NULL, -- person, speaker or holder
  role     TEXT NOT NULL, -- office, status or mode
  sides    TEXT NOT NULL, -- JSON
  meeting  INTEGER NOT NULL, -- of the article's; -1 for none
  text     TEXT NOT NULL,
  evidence TEXT NOT NULL, -- JSON: spans of the article's text
  rule     TEXT NOT NULL
) STRICT;
CREATE INDEX facts_article ON facts (article);
CREATE INDEX facts_kind    ON facts (kind, day);

-- The words of the facts, to be searched.
CREATE VIRTUAL TABLE facts_search USING fts5 (
  side, person, agreed, speaker, topic,
  content = '', contentless_delete = 1,
  tokenize = 'ascii', detail = full
);
