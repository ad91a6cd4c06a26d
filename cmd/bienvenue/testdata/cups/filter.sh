#!/bin/sh
# The printer of the tests: hands the document on as it came, and writes down what CUPS says of the job.
# With its tray empty it says so and waits until somebody puts paper in.
room=ROOM
printf 'copies=%s title=%s %s\n' "$4" "$3" "$5" > "$room/out/$PRINTER-$1.job"
if [ -e "$room/out/$PRINTER.empty" ]; then
	echo "STATE: +media-empty-error" >&2
	while [ -e "$room/out/$PRINTER.empty" ]; do sleep 0.05; done
	echo "STATE: -media-empty-error" >&2
fi
cat "${6:--}"
