"""Outliers of real files by pandas 1.5, R's convention of quartiles included, and scikit-learn 1.2.

    python3 tests/expectations/outliers/make.py ../shared/data

Fences: quartiles by linear interpolation (type 7, as R), deviation with divisor n, MAD × 1.4826 (as R's `mad`).
Local outlier factors: LocalOutlierFactor on columns scaled by StandardScaler. Isolation forests: IsolationForest with
100 trees of 256, for several seeds; forests differ by chance, so what is compared is the order of the scores, and how far two
of scikit-learn's own agree is written beside it.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd
import sklearn
from sklearn.ensemble import IsolationForest
from sklearn.neighbors import LocalOutlierFactor
from sklearn.preprocessing import StandardScaler

data = pathlib.Path(sys.argv[1])
CUSTOMERS = "customers/"
FENCES = {
    CUSTOMERS + "marketing_campaign_semicolon.csv": ["Income", "MntWines", "MntGoldProds", "Year_Birth"],
    CUSTOMERS + "Wholesale_customers_with_total.csv": ["Fresh", "Milk", "Grocery"],
    CUSTOMERS + "credit_data.csv": ["Income", "Assets", "Price"],
    "campaigns/artea-next-campaign.csv": ["spent_last_purchase"],
}
FACTORS = {
    CUSTOMERS + "Wholesale_customers_with_total.csv": ["Fresh", "Milk", "Grocery", "Frozen"],
    CUSTOMERS + "USArrests.csv": ["Murder", "Assault", "UrbanPop", "Rape"],
    CUSTOMERS + "customer_spend.csv": None,
}
FORESTS = {
    CUSTOMERS + "Wholesale_customers_with_total.csv": ["Fresh", "Milk", "Grocery", "Frozen"],
    CUSTOMERS + "marketing_campaign_semicolon.csv": ["Income", "MntWines", "MntMeatProducts", "Recency"],
}


def read(name):
    semicolons = "semicolon" in name
    return pd.read_csv(data / name, sep=";" if semicolons else ",", encoding="utf-8-sig")


def fences(values):
    values = values.dropna().to_numpy(float)
    q1, q3 = np.quantile(values, [0.25, 0.75])
    mean, deviation = values.mean(), values.std()
    median = np.median(values)
    mad = 1.482602218505602 * np.median(np.abs(values - median))
    found = {
        "iqr": (q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1)),
        "z": (mean - 3 * deviation, mean + 3 * deviation),
        "mad": (median - 3.5 * mad, median + 3.5 * mad),
    }
    return {
        rule: {"low": low, "high": high, "outliers": int(((values < low) | (values > high)).sum())}
        for rule, (low, high) in found.items()
    }


def numeric(name, columns):
    table = read(name)
    if columns is None:
        columns = [column for column in table.columns if table[column].dtype.kind in "if"][:4]
    return columns, table[columns].dropna().to_numpy(float)


def factors(name, columns):
    columns, matrix = numeric(name, columns)
    scaled = StandardScaler().fit_transform(matrix)
    model = LocalOutlierFactor(n_neighbors=20).fit(scaled)
    return {"columns": columns, "factors": (-model.negative_outlier_factor_).tolist()}


def forests(name, columns):
    columns, matrix = numeric(name, columns)
    scores = [-IsolationForest(n_estimators=100, max_samples=256, random_state=seed).fit(matrix).score_samples(matrix) for seed in (1, 2, 3)]
    top = max(1, len(matrix) // 20)
    tops = [set(np.argsort(-score, kind="stable")[:top]) for score in scores]
    ranks = [pd.Series(score).rank() for score in scores]
    return {
        "columns": columns,
        "scores": [round(score, 6) for score in scores[0].tolist()],
        "own": {
            "overlap": min(len(tops[0] & other) / top for other in tops[1:]),
            "spearman": min(ranks[0].corr(other) for other in ranks[1:]),
        },
    }


out = {
    "source": f"pandas {pd.__version__}, scikit-learn {sklearn.__version__}",
    "fences": {
        name: {column: fences(read(name)[column]) for column in columns} for name, columns in FENCES.items()
    },
    "factors": {name: factors(name, columns) for name, columns in FACTORS.items()},
    "forests": {name: forests(name, columns) for name, columns in FORESTS.items()},
}
path = pathlib.Path(__file__).parent / "outliers.json"
path.write_text(json.dumps(out, indent=1) + "\n")
for name, found in out["forests"].items():
    print(name, found["own"])
for name, columns in out["fences"].items():
    print(name, {column: {rule: f["outliers"] for rule, f in found.items()} for column, found in columns.items()})
