"""Summaries of public files with pandas and scipy (pandas 1.5.3, scipy 1.10.1), for tests/engine/insight/explore.

Usage, from the project: python3 tests/expectations/explore/summaries.py ../shared/data
Conventions: mean and deviation (divisor n - 1) by pandas; skewness G1 and kurtosis G2 by scipy (bias=False), which
pandas gives as well; quantiles type 7; fences 1.5 interquartile ranges beyond the quartiles.
"""
import json
import sys
from pathlib import Path

import pandas as pd
from scipy import stats

FILES = {
    "customers/credit_data.csv": {},
    "customers/attrition.csv": {},
    "customers/marketing_campaign_semicolon.csv": {"sep": ";"},
    "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv": {"na_values": [" "]},
    "timeseries/vega_seattle-weather.csv": {},
}


def numbers(column):
    q = column.quantile([0.05, 0.25, 0.5, 0.75, 0.95]).tolist()
    low, high = q[1] - 1.5 * (q[3] - q[1]), q[3] + 1.5 * (q[3] - q[1])
    present = column.dropna()
    constant = present.nunique() == 1
    return {
        "min": present.min(),
        "max": present.max(),
        "quantiles": q,
        "mean": present.mean(),
        "deviation": present.std(),
        "skewness": 0 if constant else stats.skew(present, bias=False),
        "kurtosis": 0 if constant else stats.kurtosis(present, bias=False),
        "zeros": int((present == 0).sum()),
        "negatives": int((present < 0).sum()),
        "below": int((present < low).sum()),
        "above": int((present > high).sum()),
        "lowFence": low,
        "highFence": high,
    }


def texts(column):
    lengths = column.dropna().str.len()
    return {"shortest": int(lengths.min()), "longest": int(lengths.max()), "meanLength": lengths.mean()}


def card(column):
    numeric = pd.api.types.is_numeric_dtype(column)
    counts = column.value_counts()
    return {
        "missing": int(column.isna().sum()),
        "distinct": int(column.nunique()),
        "most": int(counts.iloc[0]),
        "numbers": numbers(column.astype(float)) if numeric else None,
        "texts": None if numeric else texts(column),
    }


folder = Path(sys.argv[1])
found = {}
for name, options in FILES.items():
    table = pd.read_csv(folder / name, **options)
    found[name] = {column: card(table[column]) for column in table.columns}
out = Path(__file__).with_suffix(".json")
out.write_text(json.dumps(found, indent=1, default=float) + "\n")
