"""Encoded columns by scikit-learn 1.2 and pandas 1.5: the expectations of tests/engine/steps/encode.test.ts.

    python3 tests/expectations/encode/encode.py ../shared/data

One-hot: the order of the categories and the sum of each column, rare ones last. `most` n is max_categories n + 1, since
scikit-learn counts the column of rare values; `atLeast` and `share` are min_frequency. Ordinal: OrdinalEncoder.
Frequency: value_counts(normalize=True).
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd
import sklearn
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder

data = pathlib.Path(sys.argv[1])
FILES = {
    "customers/marketing_campaign_semicolon.csv": ["Education", "Marital_Status", "Kidhome", "NumWebVisitsMonth"],
    "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv": ["PaymentMethod", "Contract", "InternetService"],
}
RULES = {
    "all": ({}, {}),
    "most 3": ({"most": 3}, {"max_categories": 4}),
    "at least 50": ({"atLeast": 50}, {"min_frequency": 50}),
    "share 0.1": ({"share": 0.1}, {"min_frequency": 0.1}),
    "most 2 of at least 10": ({"most": 2, "atLeast": 10}, {"max_categories": 3, "min_frequency": 10}),
}
SMALL = {
    "town": ["Rome", "Bern", "Oslo", "Bern", "rome", "Åbo", "Rome", "Bern", "Oslo", "Ost", "Ost", "\U0001F600", "\uFF21"],
    "children": [0, 2, 10, 1, 0, 2, 0, 1, 2, 10, 0, 3, 3],
}


def hot(cells):
    frame = np.array(cells, dtype=object if isinstance(cells[0], str) else float).reshape(-1, 1)
    found = {}
    for name, (ours, theirs) in RULES.items():
        encoder = OneHotEncoder(sparse_output=False, handle_unknown="infrequent_if_exist", **theirs)
        made = encoder.fit_transform(frame)
        rare = encoder.infrequent_categories_[0] if theirs else None
        own = [value for value in encoder.categories_[0] if rare is None or value not in rare]
        plain = [value if isinstance(value, str) else str(int(value)) for value in own]
        found[name] = {"params": ours, "values": plain, "sums": made.sum(axis=0).astype(int).tolist(), "other": rare is not None}
    order = OrdinalEncoder().fit(frame)
    shares = pd.Series(cells).value_counts(normalize=True).sort_index()
    return {
        "one-hot": found,
        "ordinal": order.transform(frame)[:30, 0].astype(int).tolist(),
        "share": [shares[cell] for cell in cells[:30]],
    }


out = {
    "source": f"scikit-learn {sklearn.__version__}, pandas {pd.__version__}",
    "small": {name: {"cells": cells, **hot(cells)} for name, cells in SMALL.items()},
    "files": {},
}
for name, columns in FILES.items():
    table = pd.read_csv(data / name, sep=";" if "semicolon" in name else ",", encoding="utf-8-sig")
    out["files"][name] = {column: hot(table[column].tolist()) for column in columns}
path = pathlib.Path(__file__).parent / "encode.json"
path.write_text(json.dumps(out) + "\n")
