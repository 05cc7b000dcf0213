"""Columns of real files split by others, by pandas 1.5 groupby and NumPy histogram.

    python3 tests/expectations/explore-split/split.py ../shared/data

Bars: numpy.histogram over the edges of the whole column, when 12 bars are asked for. Groups: the six most frequent, all others as one.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd

data = pathlib.Path(sys.argv[1])
OTHERS = "*"


def groups(column):
    frequent = column.value_counts()
    kept = frequent.index if len(frequent) <= 7 else frequent.index[:6]
    return column.where(column.isin(kept) | column.isna(), OTHERS)


attrition = pd.read_csv(data / "customers/attrition.csv")
roles = groups(attrition.JobRole)
# Bars of whole numbers hold equally many of them.
rate = attrition.DailyRate
width = int(np.ceil((rate.max() - rate.min() + 1) / 12))
bars = int(np.ceil((rate.max() - rate.min() + 1) / width))
edges = rate.min() - 0.5 + width * np.arange(bars + 1)
histogram = lambda x: np.histogram(x, edges)[0].tolist()

telco = pd.read_csv(data / "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv")
shares = pd.crosstab(telco.Contract, telco.PaymentMethod)
sales = pd.read_csv(data / "transactions/Retail_Data_Transactions.csv")
sales["trans_date"] = pd.to_datetime(sales.trans_date, format="%d-%b-%y")
sales = sales.assign(group=groups(sales.tran_amount))
months = sales.groupby(["group", sales.trans_date.dt.to_period("M")]).size().unstack(fill_value=0)

# Two numbers in 24 x 15 cells between their least and greatest values.
ends = [[x.min(), x.max()] for x in (attrition.Age, attrition.MonthlyIncome)]
cells = lambda x: np.histogram2d(x.Age, x.MonthlyIncome, (24, 15), ends)[0].T.astype(int).ravel().tolist()

found = {
    "numbers": {
        "file": "customers/attrition.csv",
        "column": "DailyRate",
        "by": "JobRole",
        "edges": edges.tolist(),
        "all": histogram(rate),
        "groups": {level: histogram(x) for level, x in rate.groupby(roles)},
        "medians": rate.groupby(roles).median().to_dict(),
    },
    "dates": {
        "file": "transactions/Retail_Data_Transactions.csv",
        "column": "trans_date",
        "by": "tran_amount",
        "months": [str(month) for month in months.columns],
        "groups": {str(level): row.tolist() for level, row in months.iterrows()},
    },
    "weekdays": {
        str(level): [int((x == day).sum()) for day in range(7)]
        for level, x in sales.trans_date.dt.weekday.groupby(sales.group)
    },
    "panels": {
        "file": "customers/attrition.csv",
        "pair": ["Age", "MonthlyIncome"],
        "by": "JobRole",
        "groups": {level: cells(x) for level, x in attrition.groupby(roles)},
    },
    "values": {
        "file": "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv",
        "column": "Contract",
        "by": "PaymentMethod",
        "counts": {f"{r} {c}": int(shares.loc[r, c]) for r in shares.index for c in shares.columns},
    },
}
out = pathlib.Path(__file__).parent / "split.json"
out.write_text(json.dumps(found, indent=1) + "\n")
