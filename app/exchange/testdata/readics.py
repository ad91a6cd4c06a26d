"""Reads calendars with Debian's python3-icalendar and tells what is in each as JSON.

Instants are worked out twice from the file's own VTIMEZONE, by icalendar (pytz) and by dateutil:
what the machine knows of the zone is not asked.
"""

import datetime
import json
import sys

import icalendar
import pytz
from dateutil import tz

UTC = datetime.timezone.utc
FORM = "%Y-%m-%dT%H:%M:%SZ"


def read(path):
    with open(path, "rb") as file:
        source = file.read()
    calendar = icalendar.Calendar.from_ical(source)
    zones = {}
    for part in calendar.walk("VTIMEZONE"):
        text = b"BEGIN:VCALENDAR\r\n" + part.to_ical() + b"END:VCALENDAR\r\n"
        with open(path + ".zone", "wb") as file:
            file.write(text)
        name = str(part["TZID"])
        zones[name] = (part.to_tz(), tz.tzical(path + ".zone").get(name))

    def instants(prop):
        zone = prop.params.get("TZID")
        wall = prop.dt.replace(tzinfo=None)
        if zone is None:
            assert prop.dt.tzinfo is not None, "a floating time"
            return [wall.strftime(FORM)] * 2
        by_pytz, by_dateutil = zones[zone]
        one = by_pytz.localize(wall, is_dst=True).astimezone(pytz.utc)
        two = wall.replace(tzinfo=by_dateutil).astimezone(UTC)
        return [one.strftime(FORM), two.strftime(FORM)]

    def text(part, name):
        value = part.get(name)
        return "" if value is None else str(value)

    events = []
    for part in calendar.walk("VEVENT"):
        assert not part.errors, part.errors
        alarms = [a.get("TRIGGER").dt.total_seconds() / 60 for a in part.walk("VALARM")]
        events.append(
            {
                "uid": text(part, "UID"),
                "sequence": int(part["SEQUENCE"]),
                "status": text(part, "STATUS"),
                "busy": text(part, "X-MICROSOFT-CDO-BUSYSTATUS"),
                "class": text(part, "CLASS"),
                "start": instants(part["DTSTART"]),
                "end": instants(part["DTEND"]),
                "stamp": part["DTSTAMP"].dt.strftime(FORM),
                "changed": part["LAST-MODIFIED"].dt.strftime(FORM) if "LAST-MODIFIED" in part else "",
                "summary": text(part, "SUMMARY"),
                "location": text(part, "LOCATION"),
                "description": text(part, "DESCRIPTION"),
                "categories": [str(c) for c in part["CATEGORIES"].cats],
                "alarms": alarms,
            }
        )
    return {
        "method": text(calendar, "METHOD"),
        "name": text(calendar, "X-WR-CALNAME"),
        "refresh": text(calendar, "X-PUBLISHED-TTL"),
        "interval": "" if "REFRESH-INTERVAL" not in calendar else calendar["REFRESH-INTERVAL"].to_ical().decode(),
        "zone": text(calendar, "X-WR-TIMEZONE"),
        "zones": {n: sorted(str(c.name) for c in p.subcomponents) for p in calendar.walk("VTIMEZONE") for n in [str(p["TZID"])]},
        "events": events,
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
