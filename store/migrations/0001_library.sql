-- The library. Times are milliseconds since 1970, UTC.

-- One row an article, lean enough to be listed by the hundred thousand. The
-- details are what the analyst sees; what the file itself gave is in "given".
CREATE TABLE articles (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  title      TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  byline     TEXT NOT NULL,
  url        TEXT NOT NULL,
  language   TEXT NOT NULL,
  published  TEXT NOT NULL, -- ISO 8601 as far as known; '' if not
  file       TEXT NOT NULL,
  words      INTEGER NOT NULL,
  saved_at   INTEGER NOT NULL,
  removed    INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE INDEX articles_published ON articles (removed, published DESC, n DESC);
CREATE INDEX articles_saved     ON articles (removed, n DESC);
CREATE INDEX articles_title     ON articles (removed, title COLLATE NOCASE, n);
CREATE INDEX articles_outlet    ON articles (removed, outlet COLLATE NOCASE, n);

-- What never changes: the words and what the file said of them.
CREATE TABLE texts (
  n          INTEGER PRIMARY KEY REFERENCES articles (n),
  text       TEXT NOT NULL,
  paragraphs TEXT NOT NULL, -- JSON
  source     TEXT NOT NULL, -- JSON
  given      TEXT NOT NULL  -- JSON: the details as the file gave them
) STRICT;

CREATE TABLE originals (
  n    INTEGER PRIMARY KEY REFERENCES articles (n),
  gzip BLOB NOT NULL
) STRICT;

-- What is searched: removed articles are not in the index.
CREATE VIEW searchable AS
  SELECT a.n AS n, a.title AS title, a.outlet AS outlet, a.byline AS byline, t.text AS text
  FROM articles a JOIN texts t ON t.n = a.n WHERE a.removed = 0;

CREATE VIRTUAL TABLE search USING fts5 (
  title, outlet, byline, text,
  content = 'searchable', content_rowid = 'n',
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3'
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(8.0, 2.0, 2.0, 1.0)');

CREATE VIRTUAL TABLE vocabulary USING fts5vocab ('search', 'row');

CREATE TABLE fingerprints (
  mark    INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (n),
  PRIMARY KEY (mark, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE tags (
  tag     TEXT NOT NULL COLLATE NOCASE,
  article INTEGER NOT NULL REFERENCES articles (n),
  PRIMARY KEY (tag, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_article ON tags (article);

CREATE TABLE searches (
  name TEXT PRIMARY KEY COLLATE NOCASE,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A briefing as it was drafted and as it is now. The journal leads from one to
-- the other.
CREATE TABLE briefings (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  drafted    TEXT NOT NULL, -- JSON
  state      TEXT NOT NULL, -- JSON
  top        INTEGER NOT NULL DEFAULT 0, -- seq of the edit that Undo takes back; 0 for none
  title      TEXT NOT NULL,
  articles   INTEGER NOT NULL,
  reviewed   INTEGER NOT NULL,
  lines      INTEGER NOT NULL,
  sample     INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  created_at INTEGER NOT NULL,
  saved_at   INTEGER NOT NULL,
  removed    INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

-- Which article a briefing that is not removed rests on.
CREATE TABLE uses (
  article  INTEGER NOT NULL REFERENCES articles (n),
  briefing INTEGER NOT NULL REFERENCES briefings (n),
  PRIMARY KEY (article, briefing)
) STRICT, WITHOUT ROWID;
CREATE INDEX uses_briefing ON uses (briefing);

-- Everything that was ever done to a briefing. Rows are added, never changed.
-- An edit's parent is the edit before it on the way from the draft, so the
-- edits are a tree, and briefings.top says where in it the briefing stands.
-- An undo's or redo's parent is the edit it takes back or does again.
CREATE TABLE journal (
  briefing INTEGER NOT NULL REFERENCES briefings (n),
  seq      INTEGER NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
  parent   INTEGER NOT NULL,
  name     TEXT NOT NULL,
  edit     TEXT NOT NULL, -- JSON; '' unless kind is edit
  inverse  TEXT NOT NULL, -- JSON; '' unless kind is edit
  at       INTEGER NOT NULL,
  PRIMARY KEY (briefing, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_children ON journal (briefing, parent, seq) WHERE kind = 'edit';

CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is never shortened'); END;
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is never changed'); END;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;
