-- Files that hold several articles: each is kept once, its articles point to it.
CREATE TABLE files (
  hash TEXT PRIMARY KEY, -- "sha256:" and the hash of the file's bytes
  gzip BLOB NOT NULL
) STRICT;

CREATE TABLE parts (
  n    INTEGER PRIMARY KEY REFERENCES articles (n),
  file TEXT NOT NULL REFERENCES files (hash)
) STRICT;
