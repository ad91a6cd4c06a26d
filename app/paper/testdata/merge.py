"""Merges people.csv into sheet.fodt with LibreOffice, one PDF for each row, and prints the seconds it took.

Its start and its end are not counted. Run by BenchmarkAgainstLibreOffice with Python's uno module.
"""
import os
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            time.sleep(0.1)
    sys.exit("LibreOffice did not answer")


def merge(context, folder):
    make = context.ServiceManager.createInstanceWithContext
    sources = make("com.sun.star.sdb.DatabaseContext", context)
    people = sources.createInstance()
    people.URL = "sdbc:flat:" + folder.as_uri()
    people.Info = (prop("Extension", "csv"), prop("CharSet", "UTF-8"), prop("HeaderLine", True),
                   prop("FieldDelimiter", ","), prop("StringDelimiter", '"'))
    people.DatabaseDocument.storeAsURL((folder / "people.odb").as_uri(), ())
    sources.registerObject("people", people)
    out = folder / "out"
    out.mkdir()
    merging = make("com.sun.star.text.MailMerge", context)
    merging.DocumentURL = (folder / "sheet.fodt").as_uri()
    merging.DataSourceName, merging.CommandType, merging.Command = "people", 0, "people"
    merging.OutputType, merging.OutputURL, merging.FileNamePrefix = 2, out.as_uri(), "sheet"
    merging.SaveFilter, merging.SaveAsSingleFile, merging.FileNameFromColumn = "writer_pdf_Export", False, False
    began = time.monotonic()
    merging.execute(())
    return time.monotonic() - began


folder = pathlib.Path(sys.argv[1]).resolve()
pipe = "bienvenue%d" % os.getpid()
office = subprocess.Popen(
    ["soffice", "--headless", "--norestore", "--nologo", "-env:UserInstallation=" + (folder / "profile").as_uri(),
     "--accept=pipe,name=%s;urp;" % pipe],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
try:
    print("%.4f" % merge(connect(pipe), folder), flush=True)
finally:
    os.killpg(office.pid, 9)  # some versions fall when they are asked to end
    office.wait()
