"""Transformed columns of real files: the expectations of tests/engine/steps/transform.test.ts.

    python3 tests/expectations/transform/transform.py ../shared/data

`lambda` by scipy.stats.boxcox (of positive values) and yeojohnson; `ranks` by rankdata, average ranks less 1 ÷ (n − 1);
`winsorised` by numpy.quantile and pandas' clip, `skew` by pandas. `expm1`: by mpmath with 50 digits.
"""

import json
import pathlib
import sys

import mpmath
import numpy as np
import pandas as pd
import scipy
from scipy import stats

data = pathlib.Path(sys.argv[1])
FILES = {
    "customers/marketing_campaign_semicolon.csv": ["Income", "MntWines", "Recency"],
    "customers/Wholesale_customers_with_total.csv": ["Fresh", "Milk", "Grocery"],
    "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv": ["tenure", "MonthlyCharges"],
    "customers/USArrests.csv": ["Murder", "UrbanPop"],
}
SMALL = {
    "spend": [12.5, 310.75, 48.2, 7.0, 7.0, 0.25, 1999.99, 64.0, 33.0, 18.0],
    "balance": [-120.0, 3.5, 0.0, 0.0, 880.0, -4.0, 41.0, 17.0, 9.0, 2600.0],
}
LEANING = {
    "sqrt": [0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12, 22],
    "log1p": [0, 1, 1, 2, 3, 4, 6, 8, 11, 16, 23, 40, 75, 160, 420],
    "yeo-johnson": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 40, 500, 900, 2000, 4000, 9000],
}


def skew_of(cells):
    values = pd.Series(cells, dtype=float)
    return {"cells": cells, "before": values.skew(), "sqrt": np.sqrt(values).skew(), "log1p": np.log1p(values).skew()}


def first_and_last(values):
    return [values[0], values[len(values) // 2], values[-1]]


def found(values):
    positive = values[values > 0]
    boxcox, box_lambda = stats.boxcox(positive)
    johnson, johnson_lambda = stats.yeojohnson(values)
    low, high = np.quantile(values, [0.05, 0.95])
    return {
        "box-cox": {"lambda": box_lambda, "sum": float(boxcox.sum())},
        "yeo-johnson": {"lambda": johnson_lambda, "cells": first_and_last(johnson.tolist())},
        "rank": first_and_last(((stats.rankdata(values) - 1) / (len(values) - 1)).tolist()),
        "winsorise": {"low": low, "high": high, "sum": float(pd.Series(values).clip(low, high).sum())},
    }


mpmath.mp.dps = 50
places = [-49.5, -20.25, -3.7, -1.0, -0.5, -0.34657359, -0.1, -1e-3, -1e-9, 1e-12, 1e-5, 0.1, 0.34, 0.36, 0.7, 1.0, 2.5, 10.0, 100.1, 709.7]
out = {
    "source": f"scipy {scipy.__version__}, pandas {pd.__version__}, numpy {np.__version__}, mpmath {mpmath.__version__}",
    "expm1": [[x, float(mpmath.expm1(mpmath.mpf(x)))] for x in places],
    "small": {name: {"cells": cells, **found(np.array(cells))} for name, cells in SMALL.items()},
    "skew": {way: skew_of(cells) for way, cells in LEANING.items()},
    "files": {},
}
for name, columns in FILES.items():
    table = pd.read_csv(data / name, sep=";" if "semicolon" in name else ",", encoding="utf-8-sig")
    out["files"][name] = {column: found(table[column].dropna().to_numpy(float)) for column in columns}
path = pathlib.Path(__file__).parent / "transform.json"
path.write_text(json.dumps(out) + "\n")
