"""Appended and joined files by pandas (concat and merge), written without a look at src/.

    python3 tests/expectations/several-files/make.py ../shared/data

Online Retail is cut into the months of its first quarter; of the second month Country is left out, of the third CustomerID
is called "customer id" and the columns stand the other way round. The 125,000 retail transactions get the response of their
customer. Writes append.json and join.json beside this file.
"""

import json
import pathlib
import sys

import pandas as pd

here = pathlib.Path(__file__).parent
data = pathlib.Path(sys.argv[1])

text = {"InvoiceNo": str, "StockCode": str, "CustomerID": str, "Description": str, "Country": str}
rows = pd.read_csv(
    data / "transactions/online_retail_2010-2011.csv", dtype=text, keep_default_na=False, na_values={"CustomerID": [""], "Description": [""]}
)
rows["InvoiceDate"] = pd.to_datetime(rows.InvoiceDate)
months = [rows[rows.InvoiceDate.dt.strftime("%Y-%m") == month] for month in ("2010-12", "2011-01", "2011-02")]
months[1] = months[1].drop(columns="Country")
months[2] = months[2].rename(columns={"CustomerID": "customer id"})[
    [{"CustomerID": "customer id"}.get(name, name) for name in reversed(rows.columns)]
]
one = pd.concat([months[0], months[1], months[2].rename(columns={"customer id": "CustomerID"})])
append = {
    "rowsOfMonths": [len(month) for month in months],
    "columns": list(one.columns),
    "missing": {name: int(one[name].isna().sum()) for name in one.columns},
    "distinct": {name: int(one[name].nunique()) for name in one.columns},
    "quantity": int(one.Quantity.sum()),
    "money": round(float((one.Quantity * one.UnitPrice).sum()), 6),
    "from": one.InvoiceDate.min().isoformat(),
    "to": one.InvoiceDate.max().isoformat(),
    "rowsOfCustomer": {name: int(n) for name, n in one.CustomerID.value_counts().head(5).items()},
}
(here / "append.json").write_text(json.dumps(append, indent=2) + "\n")

bought = pd.read_csv(data / "transactions/Retail_Data_Transactions.csv")
response = pd.read_csv(data / "transactions/Retail_Data_Response.csv")
both = bought.merge(response, on="customer_id", how="left", indicator=True)
inner = bought.merge(response, on="customer_id", how="inner")
keys, others = set(bought.customer_id), set(response.customer_id)
join = {
    "rows": len(both),
    "rowsInner": len(inner),
    "keys": len(keys),
    "otherKeys": len(others),
    "keysMatched": len(keys & others),
    "keysUnmatched": sorted(keys - others),
    "otherUnmatched": len(others - keys),
    "rowsUnmatched": int((both._merge == "left_only").sum()),
    "responseSum": int(both.response.sum()),
    "responseBlank": int(both.response.isna().sum()),
    "amountOfResponders": int(both[both.response == 1].tran_amount.sum()),
    "amountOfOthers": int(both[both.response == 0].tran_amount.sum()),
}
(here / "join.json").write_text(json.dumps(join, indent=2) + "\n")
