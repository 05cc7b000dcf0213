"""What pandas says of a table of orders; prints milliseconds of describe and corr and some of their figures as JSON."""
import json
import sys
import time

import pandas as pd

orders = pd.read_csv(sys.argv[1], dtype={"InvoiceNo": str, "StockCode": str, "CustomerID": str})
orders["InvoiceDate"] = pd.to_datetime(orders["InvoiceDate"], format="%Y-%m-%d %H:%M:%S")
begun = time.perf_counter()
said = orders.describe(include="all", datetime_is_numeric=True)
described = time.perf_counter()
correlation = orders.corr(numeric_only=True)
ended = time.perf_counter()
print(json.dumps({
    "describe": (described - begun) * 1000,
    "corr": (ended - described) * 1000,
    "correlation": correlation.at["Quantity", "UnitPrice"],
    "means": {name: said.at["mean", name] for name in ("Quantity", "UnitPrice")},
    "distinct": {name: int(said.at["unique", name]) for name in ("InvoiceNo", "StockCode", "CustomerID", "Country")},
}))
