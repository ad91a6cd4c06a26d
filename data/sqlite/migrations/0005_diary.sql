-- The diary: working weeks and what differs from them, waves, times that are held while they are
-- proposed; travel before and after a visit; what was told, confirmed and reminded.
ALTER TABLE visit RENAME COLUMN buffer TO travel_before;
ALTER TABLE visit ADD COLUMN travel_after INTEGER NOT NULL DEFAULT 0 CHECK (travel_after BETWEEN 0 AND 1440);
UPDATE visit SET travel_after = travel_before;
ALTER TABLE visit ADD COLUMN told TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN agreed INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1));
ALTER TABLE visit ADD COLUMN confirmed_at TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN reminded_at TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN wave_id TEXT REFERENCES wave (id);
CREATE INDEX visit_wave ON visit (wave_id) WHERE wave_id IS NOT NULL;
ALTER TABLE household ADD COLUMN prefers TEXT NOT NULL DEFAULT '[]'; -- a JSON array of words
ALTER TABLE staff ADD COLUMN speaks TEXT NOT NULL DEFAULT '[]';      -- a JSON array of languages
ALTER TABLE staff ADD COLUMN named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1));

CREATE TABLE hours (
    staff_id TEXT PRIMARY KEY REFERENCES staff (id),
    week     TEXT NOT NULL, -- a JSON array of seven arrays of spans, Monday first
    rev      INTEGER NOT NULL CHECK (rev > 0)
) STRICT;

CREATE TABLE exception (
    id          TEXT PRIMARY KEY,
    staff_id    TEXT REFERENCES staff (id), -- null: the whole coop
    kind        TEXT NOT NULL,
    from_day    TEXT NOT NULL,
    to_day      TEXT NOT NULL,
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
    to_minute   INTEGER NOT NULL CHECK (to_minute BETWEEN 0 AND 1440), -- both 0: the whole day
    weekly      INTEGER NOT NULL CHECK (weekly IN (0, 1)),
    label       TEXT NOT NULL,
    rev         INTEGER NOT NULL CHECK (rev > 0),
    CHECK (to_day >= from_day)
) STRICT;
CREATE INDEX exception_days ON exception (to_day, from_day);

CREATE TABLE wave (
    id        TEXT PRIMARY KEY,
    at        TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    asked     TEXT NOT NULL, -- a JSON object
    visits    INTEGER NOT NULL,
    undone_at TEXT NOT NULL,
    rev       INTEGER NOT NULL CHECK (rev > 0)
) STRICT;

-- A time that is proposed is kept for its desk until a moment; nothing else points here.
CREATE TABLE hold (
    id           TEXT PRIMARY KEY,
    household_id TEXT NOT NULL REFERENCES household (id),
    officer_id   TEXT NOT NULL REFERENCES staff (id),
    start_at     TEXT NOT NULL,
    end_at       TEXT NOT NULL,
    travel_before INTEGER NOT NULL CHECK (travel_before BETWEEN 0 AND 1440),
    travel_after INTEGER NOT NULL CHECK (travel_after BETWEEN 0 AND 1440),
    by_id        TEXT NOT NULL,
    until_at     TEXT NOT NULL
) STRICT;
CREATE INDEX hold_until ON hold (until_at);
CREATE INDEX hold_household ON hold (household_id);

-- coop.Visit.Clashes: between two visits lies the longer of what the first keeps after it and the
-- next before it. Only visits that take time count; one that was closed without a meeting does not.
-- No visit lasts longer than a day and no travel is longer than one: two days back hold every clash.
DROP TRIGGER visit_overlap_insert;
DROP TRIGGER visit_overlap_update;

CREATE TRIGGER visit_overlap_insert BEFORE INSERT ON visit WHEN NEW.state IN ('planned', 'held')
BEGIN
    SELECT RAISE(ABORT, 'visit overlap') WHERE EXISTS (
        SELECT 1 FROM visit other
        WHERE other.officer_id = NEW.officer_id AND other.id <> NEW.id AND other.state IN ('planned', 'held')
          AND other.start_at >= strftime('%Y-%m-%dT%H:%M:%fZ', NEW.start_at, '-3 days')
          AND other.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', NEW.end_at, '+2 days')
          AND other.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', NEW.end_at, '+' || max(NEW.travel_after, other.travel_before) || ' minutes')
          AND NEW.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', other.end_at, '+' || max(other.travel_after, NEW.travel_before) || ' minutes')
    ) OR EXISTS (
        SELECT 1 FROM visit other
        WHERE other.household_id = NEW.household_id AND other.id <> NEW.id AND other.state IN ('planned', 'held')
          AND other.start_at < NEW.end_at AND NEW.start_at < other.end_at
    );
END;

CREATE TRIGGER visit_overlap_update BEFORE UPDATE ON visit WHEN NEW.state IN ('planned', 'held')
BEGIN
    SELECT RAISE(ABORT, 'visit overlap') WHERE EXISTS (
        SELECT 1 FROM visit other
        WHERE other.officer_id = NEW.officer_id AND other.id <> NEW.id AND other.state IN ('planned', 'held')
          AND other.start_at >= strftime('%Y-%m-%dT%H:%M:%fZ', NEW.start_at, '-3 days')
          AND other.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', NEW.end_at, '+2 days')
          AND other.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', NEW.end_at, '+' || max(NEW.travel_after, other.travel_before) || ' minutes')
          AND NEW.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', other.end_at, '+' || max(other.travel_after, NEW.travel_before) || ' minutes')
    ) OR EXISTS (
        SELECT 1 FROM visit other
        WHERE other.household_id = NEW.household_id AND other.id <> NEW.id AND other.state IN ('planned', 'held')
          AND other.start_at < NEW.end_at AND NEW.start_at < other.end_at
    );
END;

-- The minutes and the travel of a visit, and the hours of the coop, had settings of their own.
INSERT INTO setting (key, value)
SELECT 'visit-kinds', json_array(
    json_object('kind', 'courtesy', 'place', 'home', 'allowed', json('true'), 'minutes', minutes, 'before', travel, 'after', travel),
    json_object('kind', 'courtesy', 'place', 'office', 'allowed', json('true'), 'minutes', minutes, 'before', 0, 'after', 0),
    json_object('kind', 'courtesy', 'place', 'phone', 'allowed', json('true'), 'minutes', phone, 'before', 0, 'after', 0))
FROM (SELECT COALESCE((SELECT value + 0 FROM setting WHERE key = 'minutes-visit'), 45) AS minutes,
             COALESCE((SELECT value + 0 FROM setting WHERE key = 'minutes-phone'), 25) AS phone,
             COALESCE((SELECT value + 0 FROM setting WHERE key = 'travel-minutes'), 20) AS travel)
WHERE EXISTS (SELECT 1 FROM setting WHERE key IN ('minutes-visit', 'minutes-phone', 'travel-minutes'));
INSERT INTO setting (key, value)
SELECT 'week', json_array(json(day), json(day), json(day), json(day), json(day), json_array(), json_array())
FROM (SELECT json_array(json_object('from', COALESCE((SELECT value + 0 FROM setting WHERE key = 'opens-at'), 480),
                                    'to', COALESCE((SELECT value + 0 FROM setting WHERE key = 'closes-at'), 1140))) AS day)
WHERE EXISTS (SELECT 1 FROM setting WHERE key IN ('opens-at', 'closes-at'));
DELETE FROM setting WHERE key IN ('minutes-visit', 'minutes-phone', 'travel-minutes', 'opens-at', 'closes-at');
