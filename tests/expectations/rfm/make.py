"""Recency, frequency and money of Online Retail by pandas, written without a look at src/.

    python3 tests/expectations/rfm/make.py ../shared/data/transactions/online_retail_2010-2011.csv

Definition (docs/RECIPE.md, rfm): exact copies dropped; rows without customer, date or money set aside; a return is a row
with quantity or quantity x price below 0, every other row is a purchase; the reference date is the day after the
latest date; customers with returns only are set aside. Writes online-retail.csv beside this file, one line per customer
in order of first appearance: customer, recency_days, frequency, monetary (rounded to 4 decimals).
"""

import json
import pathlib
import sys

import pandas as pd

here = pathlib.Path(__file__).parent
rows = pd.read_csv(sys.argv[1], dtype={"InvoiceNo": str, "StockCode": str, "CustomerID": str}, parse_dates=["InvoiceDate"])
distinct = rows.drop_duplicates()
named = distinct.dropna(subset=["CustomerID", "InvoiceDate", "Quantity", "UnitPrice"]).copy()

named["money"] = named.Quantity * named.UnitPrice
returned = (named.Quantity < 0) | (named.money < 0)
named["day"] = named.InvoiceDate.dt.normalize()
named["net"] = named.money.abs().where(~returned, -named.money.abs())
reference = named.day.max() + pd.Timedelta(days=1)

bought = named[~returned].groupby("CustomerID", sort=False)
result = pd.DataFrame(
    {
        "recency_days": (reference - bought.day.max()).dt.days.clip(lower=1),
        "frequency": bought.InvoiceNo.nunique(),
    }
)
result["monetary"] = named.groupby("CustomerID").net.sum().reindex(result.index).round(4) + 0.0
order = named.CustomerID.drop_duplicates()
result = result.reindex([customer for customer in order if customer in result.index])
result.to_csv(here / "online-retail.csv", index_label="customer")

facts = {
    "rows": len(rows),
    "dropped": len(rows) - len(distinct),
    "setAside": len(distinct) - len(named),
    "customers": len(result),
    "returnedRows": int(returned.sum()),
    "returnedMoney": round(float(named.money[returned].abs().sum()), 2),
    "returnsOnly": int(named.CustomerID.nunique() - len(result)),
    "referenceDate": reference.strftime("%Y-%m-%d"),
    "belowZero": int((result.monetary < 0).sum()),
    "monetary": round(float(result.monetary.sum()), 2),
}
(here / "online-retail.json").write_text(json.dumps(facts, indent=2) + "\n")
print(facts)
