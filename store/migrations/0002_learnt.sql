-- What the analyst corrected, to be made again in later briefings. The row of
-- a fix that was forgotten stays, so that its uses are there when it is learnt
-- again.
CREATE TABLE learnt (
  n    INTEGER PRIMARY KEY,
  key  TEXT NOT NULL UNIQUE,
  fix  TEXT NOT NULL, -- JSON; '' if forgotten
  uses INTEGER NOT NULL DEFAULT 0 -- briefings it was made in
) STRICT;

-- Fixes are learnt by edits of briefings. What is changed in the list itself
-- hangs in the same journal, on a briefing that is never shown and has no
-- lines.
INSERT INTO briefings (n, id, drafted, state, title, articles, reviewed, lines, removed, created_at, saved_at)
  VALUES (0, 'learnt', '{"id":"learnt","sections":null,"articles":null,"details":{}}',
    '{"id":"learnt","sections":null,"articles":null,"details":{}}', '', 0, 0, 0, 1, 0, 0);
