"""Days and times of day in two columns, put together by pandas (to_datetime), written without a look at src/.

    python3 tests/expectations/date-time/make.py

Makes up 240 order lines (orders.csv): days as DD/MM/YYYY, times spelt in three ways, some of either missing. Writes the
moment of each row, the day where only the time is missing, null where the day is (moments.json).
"""

import json
import pathlib
import random

import pandas as pd

here = pathlib.Path(__file__).parent
draw = random.Random(20240301)

lines = ["Order No,Customer,Order Date,Order Time,Amount"]
for at in range(240):
    day = pd.Timestamp("2024-01-01") + pd.Timedelta(days=draw.randrange(360))
    clock = pd.Timestamp("2024-01-01") + pd.Timedelta(seconds=draw.randrange(86400))
    spelt = draw.choice(["%H:%M", "%H:%M:%S", "%I:%M %p"])
    date = "" if at % 37 == 5 else day.strftime("%d/%m/%Y")
    time = "" if at % 11 == 3 else clock.strftime(spelt)
    lines.append(f"A{1000 + at // 2},C{draw.randrange(40):03d},{date},{time},{draw.randrange(100, 90000) / 100:.2f}")
(here / "orders.csv").write_text("\n".join(lines) + "\n")

rows = pd.read_csv(here / "orders.csv")
days = pd.to_datetime(rows["Order Date"], format="%d/%m/%Y")
both = rows["Order Date"] + " " + rows["Order Time"]
moments = pd.to_datetime(both, dayfirst=True).fillna(days)
(here / "moments.json").write_text(
    json.dumps([None if pd.isna(moment) else moment.isoformat() for moment in moments], indent=2) + "\n"
)
