"""Pictures of pairs of columns of real files by pandas 1.5.

    python3 tests/expectations/explore-pairs/make-pairs.py ../shared/data

Boxes: whiskers end within 1.5 ranges of the quartiles, as boxplot_stats of matplotlib has them. Counts: pandas.crosstab. Months: resample("MS").
"""

import json
import pathlib
import sys

import pandas as pd

data = pathlib.Path(sys.argv[1])


def box(values):
    q = values.quantile([0.25, 0.5, 0.75]).tolist()
    reach = 1.5 * (q[2] - q[0])
    inside = values[(values >= q[0] - reach) & (values <= q[2] + reach)]
    return {
        "rows": len(values),
        "mean": values.mean(),
        "low": float(inside.min()),
        "high": float(inside.max()),
        "lower": q[0],
        "median": q[1],
        "upper": q[2],
        "beyond": len(values) - len(inside),
    }


attrition = pd.read_csv(data / "customers/attrition.csv")
telco = pd.read_csv(data / "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv")
counts = pd.crosstab(telco.Contract, telco.PaymentMethod)
sales = pd.read_csv(data / "transactions/Retail_Data_Transactions.csv")
sales["trans_date"] = pd.to_datetime(sales.trans_date, format="%d-%b-%y")
months = sales.set_index("trans_date").tran_amount.resample("MS").agg(["count", "sum", "mean"])
found = {
    "boxes": {
        "file": "customers/attrition.csv",
        "number": "MonthlyIncome",
        "category": "JobRole",
        "boxes": {level: box(x) for level, x in attrition.groupby("JobRole").MonthlyIncome},
    },
    "counts": {
        "file": "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv",
        "down": "Contract",
        "across": "PaymentMethod",
        "counts": {f"{r} {c}": int(counts.loc[r, c]) for r in counts.index for c in counts.columns},
    },
    "line": {
        "file": "transactions/Retail_Data_Transactions.csv",
        "date": "trans_date",
        "number": "tran_amount",
        "months": [
            {"month": str(m.date()), "rows": int(r["count"]), "sum": float(r["sum"]), "mean": r["mean"]}
            for m, r in months.iterrows()
        ],
    },
}
out = pathlib.Path(__file__).parent / "pairs.json"
out.write_text(json.dumps(found, indent=1) + "\n")
