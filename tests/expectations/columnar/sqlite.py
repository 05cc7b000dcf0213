"""What Python's own SQLite says of the tables of the real databases.

Run: python3 tests/expectations/columnar/sqlite.py
"""

import json
import pathlib
import sqlite3

here = pathlib.Path(__file__).parent
shared = here.parents[3] / "shared" / "data" / "sqlite"


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def facts(cursor, table, column):
    c, t = quoted(column), quoted(table)
    kinds = {kind for (kind,) in cursor.execute(f"select distinct typeof({c}) from {t} where {c} is not null")}
    missing, count, least, most, distinct = cursor.execute(
        f"select count(*) - count({c}), count({c}), min({c}), max({c}), count(distinct {c}) from {t}"
    ).fetchone()
    if kinds <= {"integer", "real"}:
        (total,) = cursor.execute(f"select sum({c}) from {t}").fetchone()
        return {"kind": "number", "missing": missing, "sum": total, "least": str(least), "most": str(most)}
    return {"kind": "text", "missing": missing, "least": least, "most": most, "distinct": distinct}


expected = {}
for path in sorted(shared.iterdir()):
    cursor = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True).cursor()
    tables = [name for (name,) in cursor.execute("select name from sqlite_master where type = 'table'")]
    expected[path.name] = {
        table: {
            "rows": cursor.execute(f"select count(*) from {quoted(table)}").fetchone()[0],
            "columns": {
                row[1]: facts(cursor, table, row[1])
                for row in cursor.execute(f"pragma table_info({quoted(table)})").fetchall()
            },
        }
        for table in tables
    }
(here / "sqlite.json").write_text(json.dumps(expected, indent=2) + "\n")
