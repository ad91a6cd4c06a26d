-- Two visits of one officer, travel buffer included, never overlap; neither do two of one
-- household: coop.Visit.Clashes, held by the archive itself whatever was checked before.
-- No visit lasts longer than a day and no buffer is longer than one: two days back hold every clash.

CREATE TRIGGER visit_overlap_insert BEFORE INSERT ON visit WHEN NEW.state <> 'cancelled'
BEGIN
    SELECT RAISE(ABORT, 'visit overlap') WHERE EXISTS (
        SELECT 1 FROM visit other
        WHERE other.officer_id = NEW.officer_id AND other.id <> NEW.id AND other.state <> 'cancelled'
          AND other.start_at >= strftime('%Y-%m-%dT%H:%M:%fZ', NEW.start_at, '-3 days')
          AND other.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', NEW.end_at, '+2 days')
          AND other.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', NEW.end_at, '+' || max(NEW.buffer, other.buffer) || ' minutes')
          AND NEW.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', other.end_at, '+' || max(NEW.buffer, other.buffer) || ' minutes')
    ) OR EXISTS (
        SELECT 1 FROM visit other
        WHERE other.household_id = NEW.household_id AND other.id <> NEW.id AND other.state <> 'cancelled'
          AND other.start_at < NEW.end_at AND NEW.start_at < other.end_at
    );
END;

CREATE TRIGGER visit_overlap_update BEFORE UPDATE ON visit WHEN NEW.state <> 'cancelled'
BEGIN
    SELECT RAISE(ABORT, 'visit overlap') WHERE EXISTS (
        SELECT 1 FROM visit other
        WHERE other.officer_id = NEW.officer_id AND other.id <> NEW.id AND other.state <> 'cancelled'
          AND other.start_at >= strftime('%Y-%m-%dT%H:%M:%fZ', NEW.start_at, '-3 days')
          AND other.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', NEW.end_at, '+2 days')
          AND other.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', NEW.end_at, '+' || max(NEW.buffer, other.buffer) || ' minutes')
          AND NEW.start_at < strftime('%Y-%m-%dT%H:%M:%fZ', other.end_at, '+' || max(NEW.buffer, other.buffer) || ' minutes')
    ) OR EXISTS (
        SELECT 1 FROM visit other
        WHERE other.household_id = NEW.household_id AND other.id <> NEW.id AND other.state <> 'cancelled'
          AND other.start_at < NEW.end_at AND NEW.start_at < other.end_at
    );
END;
