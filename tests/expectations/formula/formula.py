"""What formulas give by pandas 1.5 and the standard library: the expectations of tests/engine/formula/pandas.test.ts.

    python3 tests/expectations/formula/formula.py

A table drawn with a fixed seed, with ties, blanks, and customers that are blank; then each formula as pandas says it.
Blank customers are in no group (groupby drops them). Halves are rounded away from 0 by decimal.
"""

import datetime as dt
import json
import pathlib
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pandas as pd
from dateutil.relativedelta import relativedelta

draw = np.random.default_rng(7)
N = 60
spend = np.round(draw.gamma(2, 40, N), 2)
spend[::11] = np.nan
level = draw.integers(-3, 4, N).astype(float)
level[5::17] = np.nan
customer = np.array([f"c{i}" for i in draw.integers(0, 14, N)], dtype=object)
customer[3::23] = None
shop = np.array(["north", "south"])[draw.integers(0, 2, N)]
ends = [dt.date(y, m, d) for y in range(2003, 2027) for m, d in ((12, 29), (12, 31), (1, 1), (1, 3), (2, 28))]
date = pd.to_datetime(pd.Series([ends[i] for i in draw.permutation(len(ends))[:N]]))
t = pd.DataFrame({"Spend": spend, "Level": level, "Customer": customer, "Shop": shop, "Date": date})

by = t.groupby("Customer")
both = t.groupby(["Customer", "Shop"])
dated = t.sort_values("Date", kind="stable")
byDate = dated.groupby("Customer")
falling = t.sort_values("Date", ascending=False, kind="stable").groupby("Customer")
levelled = t.sort_values(["Level", "Date"], ascending=[False, True], kind="stable").groupby("Customer")
iso = t.Date.dt.isocalendar()
anchor = dt.date(2015, 6, 30)


def grouped(series):
    return series.where(t.Customer.notna())


def half_up(value, digits):
    if np.isnan(value):
        return np.nan
    return float(Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP))


def months(a, b):
    delta = relativedelta(b, a)
    return delta.years * 12 + delta.months


numbers = {
    "sum([Spend])": pd.Series(t.Spend.sum(), t.index),
    "mean([Spend])": pd.Series(t.Spend.mean(), t.index),
    "stdev([Spend])": pd.Series(t.Spend.std(), t.index),
    "median([Level])": pd.Series(t.Level.median(), t.index),
    "percentile([Spend], 0.37)": pd.Series(t.Spend.quantile(0.37), t.index),
    "count_distinct([Customer])": pd.Series(float(t.Customer.nunique()), t.index),
    "sum([Spend]) over [Customer]": by.Spend.transform("sum", min_count=1),
    "mean([Spend]) over [Customer]": by.Spend.transform("mean"),
    "stdev([Spend]) over [Customer]": by.Spend.transform("std"),
    "median([Spend]) over [Customer]": by.Spend.transform("median"),
    "min([Level]) over [Customer]": by.Level.transform("min"),
    "max([Spend]) over ([Customer], [Shop])": both.Spend.transform("max"),
    "percentile([Spend], 0.9) over [Customer]": by.Spend.transform(lambda s: s.quantile(0.9)),
    "count([Spend]) over [Customer]": grouped(by.Spend.transform("count")),
    "count() over ([Customer], [Shop])": grouped(both.Shop.transform("size")),
    "count_distinct([Level]) over [Customer]": grouped(by.Level.transform("nunique")),
    "rank([Level])": t.Level.rank(),
    "rank(-[Level]) over [Customer]": by.Level.rank(ascending=False),
    "percent_rank([Level])": (t.Level.rank(method="min") - 1) / (t.Level.count() - 1),
    "row_number() over [Customer] order by [Date]": byDate.cumcount().reindex(t.index).where(t.Customer.notna()) + 1,
    "row_number() over [Customer] order by [Date] desc": falling.cumcount().reindex(t.index).where(t.Customer.notna()) + 1,
    "row_number() over [Customer] order by ([Level] desc, [Date])": levelled.cumcount().reindex(t.index).where(t.Customer.notna()) + 1,
    "lag([Spend]) over [Customer] order by [Date]": byDate.Spend.shift(1).reindex(t.index),
    "lag([Spend], 3)": t.Spend.shift(3),
    "lead([Level], 2) over [Shop]": t.groupby("Shop").Level.shift(-2),
    "cumulative_sum([Spend]) over [Customer] order by [Date]": byDate.Spend.cumsum().reindex(t.index),
    "first([Spend]) over [Customer] order by [Date]": dated.groupby("Customer").Spend.transform("first").reindex(t.index),
    "last([Level]) over [Customer]": by.Level.transform("last"),
    "share_of_total([Spend]) over [Shop]": t.Spend / t.groupby("Shop").Spend.transform("sum"),
    "[Date] - lag([Date]) over [Customer] order by [Date]": byDate.Date.diff().dt.days.reindex(t.index),
    "([Spend] - mean([Spend])) / stdev([Spend])": (t.Spend - t.Spend.mean()) / t.Spend.std(),
    "log([Spend])": np.log(t.Spend),
    "log1p([Spend])": np.log1p(t.Spend),
    "log10([Spend])": np.log10(t.Spend),
    "exp([Level])": np.exp(t.Level),
    "[Spend] ^ 0.37": t.Spend**0.37,
    "[Level] ^ 3": t.Level**3,
    "sqrt([Spend])": np.sqrt(t.Spend),
    "[Spend] % 7": t.Spend % 7,
    "[Level] % -3": t.Level % -3,
    "round([Spend], 1)": t.Spend.map(lambda v: half_up(v, 1)),
    "round(-[Spend] / 8, 2)": (-t.Spend / 8).map(lambda v: half_up(v, 2)),
    "floor([Spend] / -3)": np.floor(t.Spend / -3),
    "clip([Level], -1, 2)": t.Level.clip(-1, 2),
    "least([Spend], [Level] * 20)": pd.concat([t.Spend, t.Level * 20], axis=1).min(axis=1),
    "greatest([Spend], [Level] * 20)": pd.concat([t.Spend, t.Level * 20], axis=1).max(axis=1),
    "year([Date])": t.Date.dt.year,
    "quarter([Date])": t.Date.dt.quarter,
    "month([Date])": t.Date.dt.month,
    "week([Date])": iso.week.astype(float),
    "week_year([Date])": iso.year.astype(float),
    "day([Date])": t.Date.dt.day,
    "weekday([Date])": iso.day.astype(float),
    "days_between([Date], date(\"2015-06-30\"))": (pd.Timestamp(anchor) - t.Date).dt.days,
    "months_between([Date], date(\"2015-06-30\"))": t.Date.map(lambda d: months(d.date(), anchor)),
}
dates = {
    "date_trunc([Date], \"year\")": t.Date.dt.to_period("Y").dt.start_time,
    "date_trunc([Date], \"quarter\")": t.Date.dt.to_period("Q").dt.start_time,
    "date_trunc([Date], \"month\")": t.Date.dt.to_period("M").dt.start_time,
    "date_trunc([Date], \"week\")": t.Date.dt.to_period("W").dt.start_time,
    "add_days([Date], -400)": t.Date - pd.Timedelta(days=400),
    "add_months([Date], 14)": t.Date.map(lambda d: d + relativedelta(months=14)),
    "add_months([Date], -11)": t.Date.map(lambda d: d + relativedelta(months=-11)),
    "min([Date]) over [Customer]": by.Date.transform("min"),
    "median([Date])": pd.Series(t.Date.astype("int64").median(), t.index).pipe(pd.to_datetime),
}


def cells(series):
    return [None if pd.isna(v) else float(v) for v in series]


def days(series):
    return [None if pd.isna(v) else v.isoformat() for v in series]


table = {
    "Spend": cells(t.Spend),
    "Level": cells(t.Level),
    "Customer": [None if c is None else c for c in customer],
    "Shop": shop.tolist(),
    "Date": days(t.Date),
}
found = {
    "table": table,
    "numbers": {formula: cells(series) for formula, series in numbers.items()},
    "dates": {formula: days(series) for formula, series in dates.items()},
}
target = pathlib.Path(__file__).with_suffix(".json")
target.write_text(json.dumps(found, separators=(",", ":")) + "\n")
