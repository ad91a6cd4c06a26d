-- The search's own index, kept by the program beside the households because folding names and
-- phones takes more than SQL. until_day is '9999-12-31' for a household that has not left.
CREATE TABLE search (
    docid        INTEGER PRIMARY KEY,
    household_id TEXT NOT NULL UNIQUE REFERENCES household (id),
    name         TEXT NOT NULL, -- the first holder's, folded, family name first
    names        TEXT NOT NULL, -- every folded name that the household may be looked for by, a line each
    until_day    TEXT NOT NULL,
    words        TEXT NOT NULL  -- every folded word, a space before each and after the last
) STRICT;
CREATE INDEX search_name_order ON search (name, docid);

CREATE TABLE search_name (
    name      TEXT NOT NULL,
    docid     INTEGER NOT NULL REFERENCES search (docid),
    until_day TEXT NOT NULL,
    PRIMARY KEY (name, docid)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_text USING fts4(
    content="search", words, tokenize=unicode61 "remove_diacritics=2", prefix="1,2,3,4,5,6"
);
