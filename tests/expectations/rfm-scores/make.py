"""RFM scores of Online Retail's customers by pandas, written without a look at src/.

    python3 tests/expectations/rfm-scores/make.py

Reads ../rfm/online-retail.csv (one line per customer). Mid-rank quantiles: a customer's middle rank is the average rank
of all customers with the same value, less a half; his level is that rank's place among `levels` equal parts, rounded up.
Recency is ranked from the most days to the fewest. Writes for 3, 4 and 5 levels the three digits of each customer in
the order of the file, what each level's customers are, and the customers and money of each cell; and the scores by
limits in days and numbers of orders (HubSpot's days as makewebbetter quotes them).
"""

import json
import pathlib

import numpy as np
import pandas as pd

here = pathlib.Path(__file__).parent
customers = pd.read_csv(here.parent / "rfm" / "online-retail.csv", dtype={"customer": str})


def mid_rank_level(values, levels, most_is_best):
    middle = values.rank(method="average", ascending=most_is_best) - 0.5
    return np.ceil(levels * middle / len(values)).astype(int)


def runs(digits):
    """Digits of all customers as one string: short enough to be committed."""
    return "".join(map(str, digits))


out = {"source": f"pandas {pd.__version__}", "customers": len(customers), "levels": {}}
for levels in (3, 4, 5):
    r = mid_rank_level(customers.recency_days, levels, False)
    f = mid_rank_level(customers.frequency, levels, True)
    m = mid_rank_level(customers.monetary, levels, True)
    grouped = customers.assign(cell=r.astype(str) + f.astype(str)).groupby("cell").monetary
    out["levels"][str(levels)] = {
        "recency": runs(r),
        "frequency": runs(f),
        "monetary": runs(m),
        "emptyFrequency": [level for level in range(1, levels + 1) if level not in set(f)],
        "cells": {cell: [int(size), round(float(money), 2)] for cell, size, money in
                  zip(grouped.size().index, grouped.size(), grouped.sum())},
    }
days = pd.cut(customers.recency_days, [0, 30, 90, 180, 365, np.inf], labels=[5, 4, 3, 2, 1])
orders = pd.cut(customers.frequency, [0, 1, 2, 4, 9, np.inf], labels=[1, 2, 3, 4, 5])
out["limits"] = {"recency": runs(days), "frequency": runs(orders)}
(here / "rfm-scores.json").write_text(json.dumps(out, indent=1) + "\n")
