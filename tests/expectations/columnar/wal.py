"""Databases as they lie on the disk while a program writes them through a -wal file, without that file.

Run: python3 tests/expectations/columnar/wal.py
"""

import pathlib
import shutil
import sqlite3
import tempfile

fixtures = pathlib.Path(__file__).parents[2] / "fixtures" / "data" / "columnar"

for name, first in (("newer-rows-in-wal.sqlite", True), ("all-in-wal.sqlite", False)):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / name
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute("pragma page_size = 512")
        writer.execute("pragma journal_mode = wal")
        writer.execute("pragma wal_autocheckpoint = 0")
        writer.execute("create table orders (customer text, day text, amount real)")
        writer.execute("insert into orders values ('c1', '2024-02-28', 5), ('c2', '2024-03-01', 7.25)")
        if first:
            writer.execute("pragma wal_checkpoint(truncate)")
        writer.execute("insert into orders values ('c3', '2024-03-02', 9)")
        shutil.copy(path, fixtures / name)
        writer.close()
