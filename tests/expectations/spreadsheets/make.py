"""What openpyxl reads in the .xlsx and .xlsm files beside the project: python3 make.py FOLDER > openpyxl.json

For each worksheet: rows and columns up to the last filled cell, and the SHA-256 of its cells, one line per row, cells
between tabs: numbers as `1.50000000000000e+0`, moments in ISO form without midnight, lengths of time as
days, TRUE and FALSE, errors as nothing. `--dump FILE` prints the cells of one file instead.
"""
import datetime
import hashlib
import json
import pathlib
import re
import sys
import warnings

import openpyxl


warnings.simplefilter("ignore")


def number(value):
    return re.sub(r"e([+-])0*(\d)", r"e\1\2", "%.14e" % (value or 0))


def moment(value):
    text = value.isoformat(sep=" ", timespec="milliseconds") if isinstance(value, datetime.datetime) else value.isoformat()
    return re.sub(r" 00:00:00$", "", re.sub(r"\.000$", "", text))


def text(cell):
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, datetime.timedelta):
        return number(value / datetime.timedelta(days=1))
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="seconds")
    if isinstance(value, (datetime.datetime, datetime.date)):
        return moment(value)
    # Excel's own escapes, and line ends as everywhere.
    value = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)) if found[1] != "0000" else found[0], str(value))
    return value.replace("\r\n", "\n")


def lines_of(sheet):
    rows = [[text(cell) for cell in row] for row in sheet.iter_rows()]
    lines = ["\t".join(row).rstrip("\t") for row in rows]
    while lines and lines[-1] == "":
        lines.pop()
    return lines


def facts(lines):
    return {
        "rows": len(lines),
        "columns": max((line.count("\t") + 1 for line in lines if line), default=0),
        "cells": hashlib.sha256("\n".join(lines).encode()).hexdigest(),
    }


def book(path):
    try:
        found = openpyxl.load_workbook(path, data_only=True)
    except Exception as error:
        return {"error": type(error).__name__}
    return {sheet.title: facts(lines_of(sheet)) for sheet in found.worksheets}


if sys.argv[1] == "--dump":
    for one in openpyxl.load_workbook(sys.argv[2], data_only=True).worksheets:
        print(f"== {one.title}", *lines_of(one), sep="\n")
else:
    folder = pathlib.Path(sys.argv[1])
    files = sorted(path for path in folder.rglob("*.xls[xm]") if "expected" not in path.parts)
    print(json.dumps({"openpyxl": openpyxl.__version__, "files": {str(path.relative_to(folder)): book(path) for path in files}}, indent=1))
