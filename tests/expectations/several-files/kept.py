"""What stays with the customers when orders are added up, by pandas, written without a look at src/.

    python3 tests/expectations/several-files/kept.py ../shared/data

Online Retail: the first country of each customer with a purchase, and how many have several. Retail transactions joined with
the response of their customer: how many customers say yes, no and nothing. Writes kept.json beside this file.
"""

import json
import pathlib
import sys

import pandas as pd

here = pathlib.Path(__file__).parent
data = pathlib.Path(sys.argv[1])

rows = pd.read_csv(data / "transactions/online_retail_2010-2011.csv", dtype={"CustomerID": str})
rows = rows[rows.CustomerID.notna()]
bought = rows[~((rows.Quantity < 0) | (rows.Quantity * rows.UnitPrice < 0))].CustomerID.unique()
of_customer = rows.groupby("CustomerID").Country.agg(["first", "nunique"]).loc[bought]

orders = pd.read_csv(data / "transactions/Retail_Data_Transactions.csv", dtype=str)
response = pd.read_csv(data / "transactions/Retail_Data_Response.csv", dtype=str)
joined = orders.merge(response, on="customer_id", how="left")
answers = joined.groupby("customer_id").response.first()

kept = {
    "customers": len(of_customer),
    "several": int((of_customer["nunique"] > 1).sum()),
    "countries": {name: int(count) for name, count in of_customer["first"].value_counts().sort_index().items()},
    "responses": {
        "customers": len(answers),
        "1": int((answers == "1").sum()),
        "0": int((answers == "0").sum()),
        "none": int(answers.isna().sum()),
    },
}
(here / "kept.json").write_text(json.dumps(kept, indent=2) + "\n")
