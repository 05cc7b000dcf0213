"""Sums and counts of columns of the real files, by pandas, for tests/engine/files/real-columns.test.ts.

Run with the folder of real files as the only argument; writes columns.json beside this script.
"""
import json
import pathlib
import sys

import pandas as pd

data = pathlib.Path(sys.argv[1])


def days(column):
    return [str(column.min().date()), str(column.max().date()), int(column.notna().sum())]


cdnow = pd.read_csv(data / "transactions/CDNOW_sample.txt", sep=r"\s+", header=None, dtype=str)
superstore = pd.read_csv(data / "transactions/Sample - Superstore.csv", encoding="utf-8-sig", dtype=str)
retail = pd.read_csv(data / "transactions/Retail_Data_Transactions.csv")
campaign = pd.read_csv(data / "customers/marketing_campaign_semicolon.csv", sep=";", encoding="utf-8-sig")
telco = pd.read_csv(data / "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv", keep_default_na=False)
credit = pd.read_csv(data / "customers/credit_data.csv", keep_default_na=False)
gold = pd.read_csv(data / "timeseries/gold_daily_with_gaps.csv")

charges = pd.to_numeric(telco["TotalCharges"], errors="coerce")
found = {
    "cdnow": {
        "rows": len(cdnow),
        "customersWithLeadingZero": int(cdnow[0].str.startswith("0").sum()),
        "quantity": int(cdnow[3].astype(int).sum()),
        "dollars": float(cdnow[4].astype(float).sum()),
        "days": days(pd.to_datetime(cdnow[2], format="%Y%m%d")),
    },
    "superstore": {
        "rows": len(superstore),
        "sales": float(superstore["Sales"].astype(float).sum()),
        "orderDays": days(pd.to_datetime(superstore["Order Date"], format="%d/%m/%y")),
        "shipDays": days(pd.to_datetime(superstore["Ship Date"], format="%d/%m/%y")),
    },
    "retail": {
        "rows": len(retail),
        "amount": int(retail["tran_amount"].sum()),
        "days": days(pd.to_datetime(retail["trans_date"], format="%d-%b-%y")),
    },
    "campaign": {
        "rows": len(campaign),
        "income": float(campaign["Income"].sum()),
        "incomeMissing": int(campaign["Income"].isna().sum()),
        "columns": len(campaign.columns),
    },
    "telco": {
        "rows": len(telco),
        "blankCharges": int((telco["TotalCharges"].str.strip() == "").sum()),
        "charges": float(charges.sum()),
    },
    "credit": {
        "rows": len(credit),
        "na": int((credit == "NA").sum().sum()),
        "naByColumn": {name: int(n) for name, n in (credit == "NA").sum().items() if n > 0},
    },
    "gold": {"rows": len(gold), "missing": {name: int(n) for name, n in gold.isna().sum().items()}},
}
(pathlib.Path(__file__).parent / "columns.json").write_text(json.dumps(found, indent=2) + "\n")
