"""What pandas and openpyxl read of an exported file; prints the cells of each column as JSON.

Usage: python3 read_back.py FILE TEXT_COLUMN,… DATE_COLUMN,…
"""
import json
import sys

import openpyxl
import pandas as pd

path, texts, dates = sys.argv[1], sys.argv[2].split(","), sys.argv[3].split(",")


def plain(cell):
    """None for a blank; moments as ISO text; numbers and truths as they are."""
    if cell is None or cell is pd.NaT or (isinstance(cell, float) and cell != cell):
        return None
    if hasattr(cell, "isoformat"):
        return cell.isoformat(timespec="milliseconds")
    return cell.item() if hasattr(cell, "item") else cell


def cells(frame):
    return {name: [plain(cell) for cell in frame[name].tolist()] for name in frame.columns}


if path.endswith(".csv"):
    frame = pd.read_csv(path, dtype={name: str for name in texts}, parse_dates=dates, float_precision="round_trip")
    print(json.dumps({"pandas": cells(frame)}))
else:
    frame = pd.read_excel(path, dtype={name: str for name in texts})
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    columns = {name: [plain(row[at]) for row in rows[1:]] for at, name in enumerate(rows[0])}
    print(json.dumps({"pandas": cells(frame), "openpyxl": columns}))
