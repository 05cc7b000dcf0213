"""The measures of bench/aggregate.mjs by pandas, on the same table (bench/grouping/counted-orders.mjs); prints milliseconds and the
sum of each measure over the customers as JSON. Texts are categories, as they are codes on the other side."""
import json
import sys
import time

import numpy as np
import pandas as pd

rows, customers = int(sys.argv[1]), int(sys.argv[2])
COUNTRIES = ["United Kingdom", "Germany", "France", "EIRE", "Spain", "Norway", "Italy", "Japan"]
FIRST = np.datetime64("2010-12-01", "ns")
DAY = np.timedelta64(86_400_000_000_000, "ns")
i = np.arange(rows, dtype=np.int64)
t = pd.DataFrame({
    "Quantity": (1 + i * 7919 % 23).astype(float),
    "Price": (i * 104_729 % 9973) / 100,
    "Customer": pd.Categorical.from_codes(i * 48_271 % customers, [f"C{n}" for n in range(customers)]),
    "Country": pd.Categorical.from_codes(i * 13 % len(COUNTRIES), COUNTRIES),
    "Date": FIRST + (i * 61 % 730) * DAY,
})

begun = time.perf_counter()
money = t.Quantity * t.Price
reference = t.Date.max() + pd.Timedelta(days=1)
by = t.groupby("Customer", observed=True, sort=False)
named = by.agg(
    first=("Date", "min"), last=("Date", "max"), quantity=("Quantity", "sum"), mean=("Price", "mean"),
    median=("Price", "median"), deviation=("Price", "std"), least=("Price", "min"), most=("Price", "max"),
    countries=("Country", "nunique"), rows=("Price", "size"),
)
days = t[["Customer", "Date"]].drop_duplicates()
by_days = days.groupby("Customer", observed=True, sort=False)
visits = by_days.size()


def of(series, where=None):
    one = series if where is None else series.where(where, 0)
    return one.groupby(t.Customer, observed=True, sort=False).sum()


def within(length):
    return t.Date >= reference - pd.Timedelta(days=length)


late = days[days.Date >= reference - pd.Timedelta(days=90)]
monetary = of(money)
counts = t.groupby(["Customer", "Country"], observed=True, sort=False).size().unstack(fill_value=0)
found = {
    "recency_days": (reference - named["last"]).dt.days,
    "frequency": visits,
    "monetary": monetary,
    "first_purchase": (named["first"] - FIRST).dt.days,
    "purchase_days": visits,
    "days_between_mean": ((named["last"] - named["first"]).dt.days / (visits - 1)).where(visits > 1),
    "mean_order_value": monetary / visits,
    "spend_30d": of(money, within(30)),
    "spend_90d": of(money, within(90)),
    "spend_365d": of(money, within(365)),
    "orders_90d": late.groupby("Customer", observed=False).size(),
    "weekend_share": (days.Date.dt.dayofweek >= 5).groupby(days.Customer, observed=True, sort=False).mean(),
    "Quantity_sum": named.quantity,
    "Price_mean": named["mean"],
    "Price_median": named["median"],
    "Price_deviation": named.deviation * np.sqrt((named.rows - 1) / named.rows),  # divisor n
    "Price_min": named.least,
    "Price_max": named.most,
    "Country_distinct": named.countries,
    "Country_EIRE_share": counts.EIRE / counts.sum(axis=1),
    "Country_favourite": counts.idxmax(axis=1),
}
ended = time.perf_counter()

totals = {
    name: float(series.astype(str).str.len().sum() if name == "Country_favourite" else series.sum())
    for name, series in found.items()
}
print(json.dumps({"ms": (ended - begun) * 1000, "totals": totals}))
