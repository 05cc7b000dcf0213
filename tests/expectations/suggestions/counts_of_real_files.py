"""What there is to clean in the real files, by pandas, for tests/engine/insight/suggestions/real-files.test.ts.

Run with the folder of real files as the only argument; writes counts.json beside this script.
"""
import json
import pathlib
import sys

import pandas as pd

data = pathlib.Path(sys.argv[1])
TODAY = 2026


def read(path, **options):
    return pd.read_csv(data / path, dtype=str, keep_default_na=False, encoding="utf-8-sig", **options)


def blanks(table, marks=("", "NA")):
    counts = {name: int((table[name].isin(marks) | (table[name].str.strip() == "")).sum()) for name in table}
    return {name: count for name, count in counts.items() if count}


def extra_blanks(table):
    found = {}
    for name in table:
        column = table[name]
        filled = column[column.str.strip() != ""]
        changed = filled.str.replace(r"\s+", " ", regex=True).str.strip() != filled
        if changed.any():
            found[name] = int(changed.sum())
    return found


def constants(table):
    return [name for name in table if table[name].nunique() == 1]


def rare(column, below=0.005):
    counts = column[column != ""].value_counts()
    return {value: int(count) for value, count in counts.items() if count < below * len(column)}


files = {
    "hr": read("customers/HR_analysis.csv"),
    "credit": read("customers/credit_data.csv"),
    "campaign": read("customers/marketing_campaign_semicolon.csv", sep=";"),
    "telco": read("customers/WA_Fn-UseC_-Telco-Customer-Churn.csv"),
    "superstore": read("transactions/Sample - Superstore.csv"),
    "retail": read("transactions/online_retail_2010-2011.csv"),
}

found = {
    name: {
        "rows": len(table),
        "copies": int(table.duplicated().sum()),
        "blanks": blanks(table),
        "extraBlanks": extra_blanks(table),
        "constants": constants(table),
    }
    for name, table in files.items()
}

campaign = files["campaign"]
income = pd.to_numeric(campaign["Income"])
births = pd.to_numeric(campaign["Year_Birth"])
found["campaign"]["income666666"] = int((income == 666666).sum())
found["campaign"]["impossibleBirths"] = int((births < TODAY - 110).sum())
found["campaign"]["rareMarital"] = rare(campaign["Marital_Status"])
found["credit"]["rareHome"] = rare(files["credit"]["Home"][files["credit"]["Home"] != "NA"])

retail = files["retail"]
found["retail"]["returns"] = int((pd.to_numeric(retail["Quantity"]) < 0).sum())
found["retail"]["free"] = int((pd.to_numeric(retail["UnitPrice"]) <= 0).sum())
found["retail"]["endInZero"] = int(retail["CustomerID"].str.endswith(".0").sum())

out = pathlib.Path(__file__).parent / "counts.json"
out.write_text(json.dumps(found, indent=2) + "\n")
