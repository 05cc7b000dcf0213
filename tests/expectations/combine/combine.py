"""Combined columns and numbers of texts by pandas 1.5: for tests/engine/steps/combine.test.ts and text-to-numbers.test.ts.

    python3 tests/expectations/combine/combine.py ../shared/data

Small tables in full; of real files sums over the column made. Sums of blanks alone are blank (min_count = 1), a ratio to 0 is.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd

data = pathlib.Path(sys.argv[1])
SMALL = pd.DataFrame({"a": [1.5, None, None, -2, 0, 7], "b": [4, 3, None, 0, 0, -0.5], "c": [2, None, None, 10, 5, 1]})
DAYS = {"from": ["2024-02-28T23:59:00", "2023-12-31T00:00:00", None, "2024-03-01T01:00:00"], "to": ["2024-03-01T00:00:00", "2024-01-01T12:00:00", "2024-01-01T00:00:00", "2024-02-28T23:00:00"]}
TEXTS = ["Jane Doe <jane@Example.com>", "VIP customer, 20 % off", "  two  words ", "12345", "ÄÖü ß Ω", "\U0001F600 hi", "URGENT: call back", "x@y.co.uk"]


def all_of(table, two):
    one, other = table[two[0]], table[two[1]]
    return {
        "sum": table.sum(axis=1, min_count=1),
        "mean": table.mean(axis=1),
        "min": table.min(axis=1),
        "max": table.max(axis=1),
        "product": table.prod(axis=1, min_count=1),
        "difference": one - other,
        "ratio": (one / other).replace([np.inf, -np.inf], np.nan),
    }


def of_texts(texts):
    letters = texts.map(lambda text: sum(char.isalpha() for char in text))
    return {
        "length": texts.str.len(),
        "words": texts.str.split().str.len(),
        "digits": texts.str.count(r"\d"),
        "capitals": texts.map(lambda text: sum(char.isupper() for char in text)) / letters.replace(0, np.nan),
    }


def plain(values):
    return [None if pd.isna(value) else float(value) for value in values]


def nested(found, turn):
    return {name: turn(values) for name, values in found.items()}


total = lambda values: float(values.sum())
camp = pd.read_csv(data / "customers/marketing_campaign_semicolon.csv", sep=";", encoding="utf-8-sig")
spend = ["MntWines", "MntFruits", "NumWebPurchases"]
online = pd.read_csv(data / "transactions/online_retail_day_2010-12-01.csv")["Description"].dropna()
between = pd.DataFrame({name: pd.to_datetime(pd.Series(days)) for name, days in DAYS.items()})
out = {
    "source": f"pandas {pd.__version__}",
    "small": {"cells": {name: plain(SMALL[name]) for name in SMALL}, "made": nested(all_of(SMALL, ["a", "b"]), plain)},
    "days": {**DAYS, "made": plain((between["to"].dt.normalize() - between["from"].dt.normalize()).dt.days)},
    "texts": {"cells": TEXTS, "made": nested(of_texts(pd.Series(TEXTS)), plain)},
    "files": {
        "numbers": {"file": "customers/marketing_campaign_semicolon.csv", "columns": spend, "made": nested(all_of(camp[spend], spend[:2]), total)},
        "texts": {
            "file": "transactions/online_retail_day_2010-12-01.csv",
            "column": "Description",
            "made": {**nested(of_texts(online), total), "contains": total(online.str.contains("heart", case=False, regex=False))},
        },
    },
}
path = pathlib.Path(__file__).parent / "combine.json"
path.write_text(json.dumps(out) + "\n")
