"""Bins of real files by pandas 1.5: the expectations of tests/engine/steps/bin.test.ts.

    python3 tests/expectations/bins/bins.py ../shared/data

How many values are in each bin, from the lowest up.
`count`: qcut with duplicates='drop'; into 7 by cut at the same quantiles to nine decimals, because 5/7 of 49 is a little less
than 35 in floating point, where qcut then parts the quantile from the value it is; bins that stay empty, because two
quantiles lie between the same two values, are left out.
`width`: cut, closed on the left, its edges to nine decimals: 18.25 + 3 × 20.1 is 78.55 and not a little more.
`deviations`: cut at the mean and 1 and 2 deviations (divisor n) from it, limits beyond all values left out.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd

data = pathlib.Path(sys.argv[1])
FILES = {
    "customers/marketing_campaign_semicolon.csv": ["Income", "MntWines", "NumWebPurchases"],
    "customers/Wholesale_customers_with_total.csv": ["Fresh", "Grocery"],
    "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv": ["tenure", "MonthlyCharges"],
    "customers/USArrests.csv": ["Murder", "UrbanPop"],
}


def counts(cut):
    return cut.value_counts(sort=False).tolist()


def filled(cut):
    return [count for count in counts(cut) if count > 0]


def even(values, bins):
    edges = pd.cut(values, bins, right=False, retbins=True)[1].round(9)
    return pd.cut(values, edges, right=False)


def sevenths(values):
    edges = values.quantile(np.linspace(0, 1, 8)).round(9).drop_duplicates()
    return pd.cut(values, edges, include_lowest=True)


def binned(values):
    mean, deviation = values.mean(), values.std(ddof=0)
    limits = [mean + times * deviation for times in (-2, -1, 0, 1, 2)]
    inside = [limit for limit in limits if values.min() < limit <= values.max()]
    return {
        "count": {
            **{str(bins): filled(pd.qcut(values, bins, duplicates="drop")) for bins in (3, 4, 5, 10, 20)},
            "7": filled(sevenths(values)),
        },
        "width": {str(bins): counts(even(values, bins)) for bins in (3, 5, 8, 12)},
        "deviations": {"5": counts(pd.cut(values, [-np.inf, *inside, np.inf], right=False))},
    }


out = {"source": f"pandas {pd.__version__}", "files": {}}
for name, columns in FILES.items():
    table = pd.read_csv(data / name, sep=";" if "semicolon" in name else ",", encoding="utf-8-sig")
    out["files"][name] = {column: binned(table[column].dropna()) for column in columns}
path = pathlib.Path(__file__).parent / "bins.json"
path.write_text(json.dumps(out) + "\n")
