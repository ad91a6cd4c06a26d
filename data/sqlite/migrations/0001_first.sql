-- What Bienvenue keeps. Instants are UTC text of one width (2026-11-23T09:30:00.000Z), so that
-- the order of the texts is the order of the times; days are 2026-11-23, '' when unknown.

CREATE TABLE residence (
    id        TEXT PRIMARY KEY,
    code      TEXT NOT NULL,
    name      TEXT NOT NULL,
    address   TEXT NOT NULL,
    postcode  TEXT NOT NULL,
    town      TEXT NOT NULL,
    heating   TEXT NOT NULL,
    agency    TEXT NOT NULL,
    manager   TEXT NOT NULL,
    caretaker TEXT NOT NULL,
    syndic    TEXT NOT NULL,
    specifics TEXT NOT NULL,
    rev       INTEGER NOT NULL CHECK (rev > 0)
) STRICT;

CREATE TABLE dwelling (
    id           TEXT PRIMARY KEY,
    residence_id TEXT REFERENCES residence (id), -- null: somebody who has no home with us yet
    lot          TEXT NOT NULL,
    building     TEXT NOT NULL,
    stair        TEXT NOT NULL,
    floor        TEXT NOT NULL,
    door         TEXT NOT NULL,
    type         TEXT NOT NULL,
    home         TEXT NOT NULL,
    heating      TEXT NOT NULL,
    copro        INTEGER NOT NULL CHECK (copro IN (0, 1)),
    garage       INTEGER NOT NULL CHECK (garage IN (0, 1))
) STRICT;
CREATE INDEX dwelling_residence ON dwelling (residence_id);

CREATE TABLE household (
    id            TEXT PRIMARY KEY,
    lease         TEXT NOT NULL,
    source        TEXT NOT NULL,
    dwelling_id   TEXT NOT NULL REFERENCES dwelling (id),
    product       TEXT NOT NULL,
    share_state   TEXT NOT NULL,
    share_number  INTEGER NOT NULL,
    share_cents   INTEGER NOT NULL,
    share_since   TEXT NOT NULL,
    signed_day    TEXT NOT NULL,
    entry_day     TEXT NOT NULL,
    exit_day      TEXT NOT NULL,
    reception_day TEXT NOT NULL,
    option_day    TEXT NOT NULL,
    gone_day      TEXT NOT NULL,
    language      TEXT NOT NULL,
    wishes        TEXT NOT NULL,
    since_at      TEXT NOT NULL,
    imported      TEXT,
    rev           INTEGER NOT NULL CHECK (rev > 0)
) STRICT;
CREATE INDEX household_entry ON household (entry_day, id);
CREATE INDEX household_dwelling ON household (dwelling_id);
CREATE INDEX household_lease ON household (lease) WHERE lease <> '';
CREATE INDEX household_source ON household (source) WHERE source <> '';
CREATE INDEX household_share ON household (share_since) WHERE share_since <> '';

CREATE TABLE holder (
    household_id TEXT NOT NULL REFERENCES household (id),
    rank         INTEGER NOT NULL,
    id           TEXT NOT NULL,
    tenant       TEXT NOT NULL,
    civility     TEXT NOT NULL,
    first        TEXT NOT NULL,
    last         TEXT NOT NULL,
    phone        TEXT NOT NULL,
    mobile       TEXT NOT NULL,
    email        TEXT NOT NULL,
    raw          TEXT NOT NULL,
    PRIMARY KEY (household_id, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX holder_tenant ON holder (tenant) WHERE tenant <> '';

CREATE TABLE staff (
    id     TEXT PRIMARY KEY,
    login  TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL,
    role   TEXT NOT NULL,
    phone  TEXT NOT NULL,
    target INTEGER NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    rev    INTEGER NOT NULL CHECK (rev > 0)
) STRICT;

-- The overlap rule looks back over the longest visit and the longest buffer: both are bounded here.
CREATE TABLE visit (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES household (id),
    officer_id   TEXT NOT NULL REFERENCES staff (id),
    kind         TEXT NOT NULL,
    place        TEXT NOT NULL,
    state        TEXT NOT NULL,
    start_at     TEXT NOT NULL,
    end_at       TEXT NOT NULL,
    buffer       INTEGER NOT NULL CHECK (buffer BETWEEN 0 AND 1440),
    moves        INTEGER NOT NULL,
    reason       TEXT NOT NULL,
    result       TEXT NOT NULL,
    rev          INTEGER NOT NULL CHECK (rev > 0),
    CHECK (end_at >= start_at),
    CHECK (julianday(end_at) - julianday(start_at) < 1.0001)
) STRICT;
CREATE INDEX visit_start ON visit (start_at);
CREATE INDEX visit_officer ON visit (officer_id, start_at);
-- A list of households asks this one for each row: it holds all that is asked.
CREATE INDEX visit_household ON visit (household_id, start_at, state, kind, result);

CREATE TABLE script (
    id      TEXT NOT NULL,
    version INTEGER NOT NULL,
    source  BLOB NOT NULL,
    PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE talk (
    id             TEXT PRIMARY KEY,
    household_id   TEXT NOT NULL REFERENCES household (id),
    visit_id       TEXT REFERENCES visit (id),
    kind           TEXT NOT NULL,
    script_id      TEXT NOT NULL,
    script_version INTEGER NOT NULL,
    officer_id     TEXT NOT NULL REFERENCES staff (id),
    state          TEXT NOT NULL,
    current_step   TEXT NOT NULL,
    began_at       TEXT NOT NULL,
    touched_at     TEXT NOT NULL,
    ended_at       TEXT NOT NULL
) STRICT;
CREATE INDEX talk_household ON talk (household_id);
CREATE INDEX talk_visit ON talk (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX talk_open ON talk (officer_id) WHERE state = 'open';
CREATE INDEX talk_ended ON talk (ended_at) WHERE ended_at <> '';

CREATE TABLE talk_step (
    talk_id TEXT NOT NULL REFERENCES talk (id),
    step    TEXT NOT NULL,
    rank    INTEGER NOT NULL,
    state   TEXT NOT NULL,
    reason  TEXT NOT NULL,
    checked TEXT NOT NULL,
    noted   TEXT NOT NULL,
    note    TEXT NOT NULL,
    asked   TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (talk_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE talk_answer (
    talk_id  TEXT NOT NULL REFERENCES talk (id),
    question TEXT NOT NULL,
    step     TEXT NOT NULL,
    choice   TEXT NOT NULL,
    PRIMARY KEY (talk_id, question)
) STRICT, WITHOUT ROWID;

-- An outcome bears the name of its talk, or of its visit when there was no talk.
CREATE TABLE outcome (
    id           TEXT PRIMARY KEY,
    talk_id      TEXT REFERENCES talk (id),
    visit_id     TEXT REFERENCES visit (id),
    household_id TEXT NOT NULL REFERENCES household (id),
    officer_id   TEXT NOT NULL REFERENCES staff (id),
    result       TEXT NOT NULL,
    overall      INTEGER NOT NULL CHECK (overall BETWEEN -1 AND 10),
    comment      TEXT NOT NULL,
    at           TEXT NOT NULL,
    CHECK (talk_id IS NOT NULL OR visit_id IS NOT NULL)
) STRICT;
CREATE INDEX outcome_household ON outcome (household_id);
CREATE INDEX outcome_visit ON outcome (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX outcome_talk ON outcome (talk_id) WHERE talk_id IS NOT NULL;
CREATE INDEX outcome_at ON outcome (at);

CREATE TABLE judgement (
    outcome_id TEXT NOT NULL REFERENCES outcome (id),
    item       TEXT NOT NULL,
    value      INTEGER NOT NULL CHECK (value BETWEEN 1 AND 4),
    PRIMARY KEY (outcome_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE concern (
    outcome_id TEXT NOT NULL REFERENCES outcome (id),
    rank       INTEGER NOT NULL,
    motive     TEXT NOT NULL,
    gravity    TEXT NOT NULL,
    standing   TEXT NOT NULL,
    PRIMARY KEY (outcome_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE interest (
    outcome_id TEXT NOT NULL REFERENCES outcome (id),
    rank       INTEGER NOT NULL,
    interest   TEXT NOT NULL,
    PRIMARY KEY (outcome_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_up (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES household (id),
    talk_id      TEXT REFERENCES talk (id),
    motive       TEXT NOT NULL,
    service      TEXT NOT NULL,
    owner        TEXT NOT NULL,
    what         TEXT NOT NULL,
    due_day      TEXT NOT NULL,
    state        TEXT NOT NULL,
    told_day     TEXT NOT NULL,
    reason       TEXT NOT NULL,
    opened_at    TEXT NOT NULL,
    closed_at    TEXT NOT NULL,
    rev          INTEGER NOT NULL CHECK (rev > 0)
) STRICT;
CREATE INDEX follow_up_due ON follow_up (due_day) WHERE state IN ('open', 'passed');
CREATE INDEX follow_up_household ON follow_up (household_id);
CREATE INDEX follow_up_talk ON follow_up (talk_id) WHERE talk_id IS NOT NULL;
CREATE INDEX follow_up_opened ON follow_up (opened_at);
CREATE INDEX follow_up_closed ON follow_up (closed_at) WHERE closed_at <> '';

CREATE TABLE paper (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES household (id),
    kind         TEXT NOT NULL,
    at           TEXT NOT NULL,
    staff_id     TEXT NOT NULL,
    hash         TEXT NOT NULL,
    means        TEXT NOT NULL
) STRICT;
CREATE INDEX paper_household ON paper (household_id);
CREATE INDEX paper_at ON paper (at);

CREATE TABLE event (
    id    TEXT PRIMARY KEY,
    kind  TEXT NOT NULL,
    title TEXT NOT NULL,
    day   TEXT NOT NULL,
    place TEXT NOT NULL
) STRICT;
CREATE INDEX event_day ON event (day);

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal outlives what it tells of: it points at nothing that could forbid an erasure.
CREATE TABLE journal (
    id           TEXT PRIMARY KEY,
    at           TEXT NOT NULL,
    staff_id     TEXT NOT NULL,
    device       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    subject_id   TEXT NOT NULL,
    household_id TEXT NOT NULL,
    act          TEXT NOT NULL,
    payload      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_household ON journal (household_id, at) WHERE household_id <> '';
