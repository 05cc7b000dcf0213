"""Parts of dates by pandas 1.5 and dateutil: the expectations of tests/engine/steps/date-parts.test.ts.

    python3 tests/expectations/date-parts/date-parts.py ../shared/data

`days`: the last and first four days of years from 1897 to 2102 as days since 1970, the 29th of February and those of
the months; each part as one list. A fiscal year is the period Q-MAR (which begins in April). `files`: sums over real files.
"""

import json
import pathlib
import sys

import pandas as pd
from dateutil.relativedelta import relativedelta

data = pathlib.Path(sys.argv[1])
REFERENCE = pd.Timestamp("2024-02-29")
days = set()
for year in [*range(1897, 1903), *range(1965, 2045), *range(2097, 2103)]:
    days |= {pd.Timestamp(year, 12, day) for day in (28, 29, 30, 31)} | {pd.Timestamp(year, 1, day) for day in (1, 2, 3, 4)}
for month in range(1, 13):
    days |= {pd.Timestamp(year, month, day) for year in (2000, 2023, 2024, 2100) for day in (1, 28, 30) if not (month == 2 and day == 30)}
days |= {pd.Timestamp(year, 2, 29) for year in (1996, 2000, 2004, 2024)}
dates = pd.Series(sorted(days))


def parts(of):
    iso = of.dt.isocalendar()
    fiscal = of.dt.to_period("Q-MAR")
    born = of.where(of <= REFERENCE)
    return {
        "year": of.dt.year,
        "quarter": of.dt.quarter,
        "month": of.dt.month,
        "week": iso.week,
        "iso-year": iso.year,
        "day": of.dt.day,
        "weekday": of.dt.dayofweek + 1,
        "weekend": (of.dt.dayofweek >= 5).astype(int),
        "hour": of.dt.hour,
        "fiscal-year": fiscal.dt.qyear,
        "fiscal-quarter": fiscal.dt.quarter,
        "days-since": (REFERENCE - of.dt.normalize()).dt.days,
        "days-until": (of.dt.normalize() - REFERENCE).dt.days,
        "age": born.map(lambda day: None if pd.isna(day) else relativedelta(REFERENCE, day.normalize()).years),
    }


def plain(values):
    return [None if pd.isna(value) else int(value) for value in values]


def sums(of):
    return {name: int(values.sum()) for name, values in parts(of).items() if name != "age"}


online = pd.read_csv(data / "transactions/online_retail_day_2010-12-01.csv")["InvoiceDate"]
camp = pd.read_csv(data / "customers/marketing_campaign_semicolon.csv", sep=";")["Dt_Customer"]
out = {
    "source": f"pandas {pd.__version__}",
    "reference": "2024-02-29",
    "days": [int(day.timestamp() // 86400) for day in dates],
    "parts": {name: plain(values) for name, values in parts(dates).items()},
    "files": {
        "transactions/online_retail_day_2010-12-01.csv": {"InvoiceDate": sums(pd.to_datetime(online))},
        "customers/marketing_campaign_semicolon.csv": {"Dt_Customer": sums(pd.to_datetime(camp))},
    },
}
path = pathlib.Path(__file__).parent / "date-parts.json"
path.write_text(json.dumps(out) + "\n")
