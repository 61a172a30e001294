-- The index is made anew by the step of the same number in Go: words with
-- apostrophes and numbers with spaces are also found in one.

-- The marks of the articles added last. Marks are spread over the whole table:
-- a large one is changed once for thousands of articles, not once for each.
CREATE TABLE fresh_marks (
  mark     INTEGER PRIMARY KEY,
  articles BLOB NOT NULL
) STRICT;
