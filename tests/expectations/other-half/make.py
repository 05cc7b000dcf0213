"""A recipe made on one half of Online Retail and done on the other, by pandas, written without a look at src/.

    python3 tests/expectations/other-half/make.py ../shared/data/transactions/online_retail_2010-2011.csv
    npx prettier --write tests/expectations/other-half/online-retail.json

The first half is every row before 1 June 2011, the second all others. In the second the column UnitPrice is called
Price each, and Country is not there. The steps: exact copies out (the first stays); rows without CustomerID out; prices
of 0 and less made blank; blank prices filled with the median of those left, which is learnt. Then customers are added
up: money is Quantity x price, a row with Quantity < 0 a return, whose money is taken off; only customers with a purchase.
"""

import json
import pathlib
import sys

import pandas as pd

here = pathlib.Path(__file__).parent
rows = pd.read_csv(sys.argv[1], dtype={"CustomerID": str, "InvoiceNo": str, "StockCode": str, "Description": str},
                   keep_default_na=False, na_values=[""])
rows["InvoiceDate"] = pd.to_datetime(rows.InvoiceDate)
early = rows.InvoiceDate < "2011-06-01"
first, second = rows[early], rows[~early].drop(columns="Country")


def cleaned(half, median=None):
    unique = half.drop_duplicates()
    named = unique[unique.CustomerID.notna()].copy()
    bad = named.UnitPrice <= 0
    learnt = named.UnitPrice[~bad].median()
    named.loc[bad, "UnitPrice"] = learnt if median is None else median
    counts = {
        "rows": [len(half), len(unique), len(named)],
        "blanked": int(bad.sum()),
        "median": float(learnt if median is None else median),
        "money": float((named.Quantity * named.UnitPrice).sum()),
    }
    return named, counts


def added_up(named):
    money = (named.Quantity * named.UnitPrice).abs()
    returned = named.Quantity < 0
    net = money.where(~returned, -money)
    buyers = named[~returned].groupby("CustomerID").InvoiceNo.nunique()
    monetary = net.groupby(named.CustomerID).sum()[buyers.index]
    return {"customers": len(buyers), "orders": int(buyers.sum()), "monetary": float(monetary.sum())}


_, of_first = cleaned(first)
learnt, of_learnt = cleaned(second)
reused, of_reused = cleaned(second, of_first["median"])
result = {
    "first": of_first,
    "learnt": {**of_learnt, **added_up(learnt)},
    "reused": {**of_reused, **added_up(reused)},
}
(here / "online-retail.json").write_text(json.dumps(result, indent=2) + "\n")
