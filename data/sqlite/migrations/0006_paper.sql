-- Paper: the coop's own templates, papers made in batches, questionnaires that come back.
ALTER TABLE paper ADD COLUMN batch_id TEXT NOT NULL DEFAULT '';
ALTER TABLE paper ADD COLUMN event_id TEXT NOT NULL DEFAULT '';
ALTER TABLE paper ADD COLUMN language TEXT NOT NULL DEFAULT ''; -- of a sheet's front, '' for French
ALTER TABLE paper ADD COLUMN second TEXT NOT NULL DEFAULT '';   -- of its back, '' for none
CREATE INDEX paper_kind ON paper (kind, household_id, at);
ALTER TABLE event ADD COLUMN hour TEXT NOT NULL DEFAULT ''; -- « 18:30 », '' when not known
ALTER TABLE household ADD COLUMN no_news INTEGER NOT NULL DEFAULT 0 CHECK (no_news IN (0, 1));

-- A version of a template never changes.
CREATE TABLE template (
    kind         TEXT NOT NULL,
    language     TEXT NOT NULL,
    version      INTEGER NOT NULL CHECK (version > 0),
    source       BLOB NOT NULL,
    shipped      INTEGER NOT NULL,
    published_at TEXT NOT NULL,
    published_by TEXT NOT NULL,
    note         TEXT NOT NULL,
    PRIMARY KEY (kind, language, version)
) STRICT;

CREATE TABLE template_draft (
    kind     TEXT NOT NULL,
    language TEXT NOT NULL,
    source   BLOB NOT NULL,
    base     INTEGER NOT NULL,
    shipped  INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    rev      INTEGER NOT NULL CHECK (rev > 0),
    PRIMARY KEY (kind, language)
) STRICT;

-- A batch makes one paper for many households. Its items are the list from which a batch that was
-- stopped goes on.
CREATE TABLE batch (
    id       TEXT PRIMARY KEY,
    kind     TEXT NOT NULL,
    asked    TEXT NOT NULL, -- a JSON object: the filter and the choices
    at       TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    ended_at TEXT NOT NULL, -- '' while something is left to make
    rev      INTEGER NOT NULL CHECK (rev > 0)
) STRICT;
CREATE INDEX batch_at ON batch (at);

CREATE TABLE batch_item (
    batch_id     TEXT NOT NULL REFERENCES batch (id),
    place        INTEGER NOT NULL CHECK (place > 0), -- order of the papers
    household_id TEXT NOT NULL,
    state        TEXT NOT NULL,                      -- waiting, made, failed
    why          TEXT NOT NULL,                      -- key of the reason, '' for none
    args         TEXT NOT NULL,                      -- what its sentence names, a JSON object
    paper_id     TEXT NOT NULL,
    PRIMARY KEY (batch_id, household_id)
) STRICT;
CREATE INDEX batch_item_place ON batch_item (batch_id, place);

-- The questions of a questionnaire as they were printed. They never change: new words are a new row.
CREATE TABLE questionnaire_form (
    id        TEXT PRIMARY KEY, -- made of what it says
    questions TEXT NOT NULL     -- a JSON list
) STRICT;

-- A questionnaire on paper bears a reference and no name.
CREATE TABLE questionnaire (
    reference    TEXT PRIMARY KEY,
    household_id TEXT NOT NULL,
    form_id      TEXT NOT NULL REFERENCES questionnaire_form (id),
    language     TEXT NOT NULL,
    version      INTEGER NOT NULL CHECK (version > 0), -- of the template
    reserved_at  TEXT NOT NULL, -- when its page was first made
    printed_at   TEXT NOT NULL, -- '' while it was only looked at
    answered_at  TEXT NOT NULL, -- '' while it has not come back
    keyed_by     TEXT NOT NULL,
    rev          INTEGER NOT NULL CHECK (rev > 0)
) STRICT;
CREATE INDEX questionnaire_household ON questionnaire (household_id);
CREATE INDEX questionnaire_printed ON questionnaire (printed_at) WHERE printed_at <> '';
CREATE INDEX questionnaire_answered ON questionnaire (answered_at) WHERE answered_at <> '';

CREATE TABLE questionnaire_answer (
    reference TEXT NOT NULL REFERENCES questionnaire (reference),
    question  TEXT NOT NULL,
    choice    TEXT NOT NULL, -- '' when the question was left blank
    PRIMARY KEY (reference, question)
) STRICT;
