"""Rows that stay of real files after pandas 1.5 dropped duplicates.

    python3 tests/expectations/duplicates/make.py ../shared/data

What is written down: how many rows stay, the sum of their numbers (from 0) and the first and last few of them.
"""

import json
import pathlib
import sys

import pandas as pd

data = pathlib.Path(sys.argv[1])
hr = pd.read_csv(data / "customers/HR_analysis.csv")
credit = pd.read_csv(data / "customers/credit_data.csv")
orders = pd.read_csv(data / "transactions/Retail_Data_Transactions.csv")
orders["trans_date"] = pd.to_datetime(orders["trans_date"], format="%d-%b-%y")


def stay(rows):
    rows = sorted(int(row) for row in rows)
    return {"rows": len(rows), "sum": sum(rows), "head": rows[:5], "tail": rows[-5:]}


KEYS = ["number_project", "average_montly_hours", "salary"]
recent = orders.sort_values("trans_date", ascending=False, kind="stable").drop_duplicates("customer_id")
blanks = credit.isna().sum(axis=1).sort_values(kind="stable")
complete = credit.loc[blanks.index].drop_duplicates(["Job", "Age"])
out = {
    "source": f"pandas {pd.__version__}",
    "exact": {
        "customers/HR_analysis.csv": stay(hr.drop_duplicates().index),
        "transactions/Retail_Data_Transactions.csv": stay(orders.drop_duplicates().index),
        "customers/credit_data.csv": stay(credit.drop_duplicates().index),
    },
    "exact_last": {"customers/HR_analysis.csv": stay(hr.drop_duplicates(keep="last").index)},
    "keys": {"columns": KEYS, "first": stay(hr.drop_duplicates(KEYS).index), "last": stay(hr.drop_duplicates(KEYS, keep="last").index)},
    "recent": stay(recent.index),
    "complete": stay(complete.index),
}
path = pathlib.Path(__file__).parent / "duplicates.json"
path.write_text(json.dumps(out, indent=1) + "\n")
print(json.dumps(out["exact"]), len(hr))
