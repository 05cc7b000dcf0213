"""The formulas of bench/formula.mjs by pandas, on the same table (bench/grouping/counted-orders.mjs); prints milliseconds
and a sum of what each gives as JSON. Texts are categories, as they are codes on the other side."""
import json
import sys
import time

import numpy as np
import pandas as pd

rows, customers = int(sys.argv[1]), int(sys.argv[2])
COUNTRIES = ["United Kingdom", "Germany", "France", "EIRE", "Spain", "Norway", "Italy", "Japan"]
i = np.arange(rows, dtype=np.int64)
t = pd.DataFrame({
    "Quantity": (1 + i * 7919 % 23).astype(float),
    "Price": (i * 104_729 % 9973) / 100,
    "Discount": (i * 31 % 7) / 2,
    "Customer": pd.Categorical.from_codes(i * 48_271 % customers, [f"C{n}" for n in range(customers)]),
    "Country": pd.Categorical.from_codes(i * 13 % len(COUNTRIES), COUNTRIES),
    "Date": np.datetime64("2010-12-01", "ns") + (i * 61 % 730) * np.timedelta64(86_400_000_000_000, "ns"),
})


def by(*columns):
    return t.groupby(list(columns), observed=True, sort=False)


FORMULAS = {
    "five": lambda: t.eval("((Quantity * Price - Discount) / Quantity + 1.5) * 1.19"),
    "condition": lambda: t.Country.cat.rename_categories({"EIRE": "Ireland"}).where(t.Quantity > 3, "United Kingdom"),
    "mean": lambda: by("Customer").Price.transform("mean"),
    "two": lambda: by("Customer", "Country").Price.transform("sum"),
    "median": lambda: by("Customer").Price.transform("median"),
    "rank": lambda: by("Customer").Price.rank(),
    "lag": lambda: t.sort_values("Date", kind="stable").groupby("Customer", observed=True, sort=False).Date.shift(1).reindex(t.index),
}


def total(series):
    if series.dtype.name == "category":
        return float(series.astype(str).str.len().sum())
    if series.dtype.kind == "M":
        return float(((series - pd.Timestamp("2010-12-01")).dt.days).sum())
    return float(series.sum())


found = {}
for name, formula in FORMULAS.items():
    begun = time.perf_counter()
    series = formula()
    ended = time.perf_counter()
    found[name] = {"ms": (ended - begun) * 1000, "total": total(series)}
print(json.dumps(found))
