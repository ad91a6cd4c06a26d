-- A talk's plan, its pauses and corrections; the coop's own texts; signatures and rehearsals.
-- Languages beside a text are a JSON object, language to text, '' for none.
ALTER TABLE talk ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE talk ADD COLUMN pause TEXT NOT NULL DEFAULT '';
ALTER TABLE talk ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE talk ADD COLUMN corrected_at TEXT NOT NULL DEFAULT '';
ALTER TABLE talk_step ADD COLUMN added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1));
ALTER TABLE household ADD COLUMN landlord TEXT NOT NULL DEFAULT '';
ALTER TABLE residence ADD COLUMN heater TEXT NOT NULL DEFAULT '';
-- What a script's talks teach is asked by script and time.
CREATE INDEX talk_script ON talk (script_id, ended_at, script_version, household_id) WHERE state = 'closed';

ALTER TABLE script ADD COLUMN tongues TEXT NOT NULL DEFAULT '';
ALTER TABLE script ADD COLUMN shipped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE script ADD COLUMN published_at TEXT NOT NULL DEFAULT '';
ALTER TABLE script ADD COLUMN published_by TEXT NOT NULL DEFAULT '';
ALTER TABLE script ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE script ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
-- Until now every script was the program's own.
UPDATE script SET shipped = version;

CREATE TABLE shipped_script (
    id      TEXT NOT NULL,
    version INTEGER NOT NULL,
    source  BLOB NOT NULL,
    tongues TEXT NOT NULL,
    PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE script_draft (
    id       TEXT PRIMARY KEY,
    source   BLOB NOT NULL,
    tongues  TEXT NOT NULL,
    base     INTEGER NOT NULL,
    shipped  INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    rev      INTEGER NOT NULL CHECK (rev > 0)
) STRICT;

CREATE TABLE correction (
    id       TEXT PRIMARY KEY,
    talk_id  TEXT NOT NULL REFERENCES talk (id),
    at       TEXT NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    reason   TEXT NOT NULL,
    before   TEXT NOT NULL -- the steps and the outcome that stood, a JSON object
) STRICT;
CREATE INDEX correction_talk ON correction (talk_id, at);

CREATE TABLE signature (
    talk_id      TEXT PRIMARY KEY REFERENCES talk (id),
    household_id TEXT NOT NULL REFERENCES household (id),
    strokes      TEXT NOT NULL, -- a JSON array of strokes, each an array of points
    aspect       REAL NOT NULL,
    at           TEXT NOT NULL,
    staff_id     TEXT NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX signature_household ON signature (household_id);

CREATE TABLE rehearsal (
    id             TEXT PRIMARY KEY,
    staff_id       TEXT NOT NULL REFERENCES staff (id),
    script_id      TEXT NOT NULL,
    version        INTEGER NOT NULL,
    persona        TEXT NOT NULL,
    began_at       TEXT NOT NULL,
    ended_at       TEXT NOT NULL,
    seconds        INTEGER NOT NULL,
    plan           INTEGER NOT NULL,
    steps          INTEGER NOT NULL,
    seen           INTEGER NOT NULL,
    essential      INTEGER NOT NULL,
    essential_seen INTEGER NOT NULL,
    forgotten      TEXT NOT NULL, -- a JSON array of labels
    asked          INTEGER NOT NULL,
    answered       INTEGER NOT NULL
) STRICT;
CREATE INDEX rehearsal_began ON rehearsal (began_at);
CREATE INDEX rehearsal_staff ON rehearsal (staff_id, began_at);
