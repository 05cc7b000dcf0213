"""Online Retail looked back at month by month, by pandas and scikit-learn, written without a look at src/.

    python3 tests/expectations/history/make.py ../shared/data/transactions/online_retail_2010-2011.csv

Five segments are learnt from all customers (added up as tests/expectations/rfm/make.py says; log1p, money below 0 as 0; z with
divisor n; k-means, the best of 200 starts), numbered by falling mean money. Then, for the last day of each month and for the last
day of the file: all rows up to that day are added up anew, recency to the day after, put on the scale learnt and given
the nearest centroid learnt. Flows are between one such day and the next, and between the first and the last; 0 stands for
customers that were not there.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans

here = pathlib.Path(__file__).parent
FEATURES = ["frequency", "monetary", "recency_days"]
IDS = [1, 2, 3, 4, 5]

text = {"InvoiceNo": str, "StockCode": str, "CustomerID": str}
rows = pd.read_csv(sys.argv[1], dtype=text, parse_dates=["InvoiceDate"]).drop_duplicates()
rows = rows.dropna(subset=["CustomerID", "InvoiceDate", "Quantity", "UnitPrice"])
rows["day"] = rows.InvoiceDate.dt.normalize()
money = rows.Quantity * rows.UnitPrice
rows["returned"] = (rows.Quantity < 0) | (money < 0)
rows["net"] = money.abs().where(~rows.returned, -money.abs())


def as_of(day):
    known = rows[rows.day <= day]
    bought = known[~known.returned].groupby("CustomerID")
    result = pd.DataFrame({"recency_days": (day + pd.Timedelta(days=1) - bought.day.max()).dt.days, "frequency": bought.InvoiceNo.nunique()})
    result["monetary"] = known.groupby("CustomerID").net.sum().reindex(result.index).round(4) + 0.0
    return result


logs = lambda customers: np.log1p(customers[FEATURES].clip(lower=0))
last = rows.day.max()
whole = as_of(last)
centre, spread = logs(whole).mean(), logs(whole).std(ddof=0)
points = ((logs(whole) - centre) / spread).to_numpy()
kmeans = KMeans(5, n_init=200, max_iter=1000, tol=0, random_state=2).fit(points)
order = whole.monetary.groupby(kmeans.labels_).mean().sort_values(ascending=False).index
centroids = kmeans.cluster_centers_[order]

days = [*pd.date_range(rows.day.min(), last, freq="M"), last]
then = []
for day in days:
    customers = as_of(day)
    z = ((logs(customers) - centre) / spread).to_numpy()
    customers["segment"] = np.linalg.norm(z[:, None, :] - centroids[None], axis=2).argmin(axis=1) + 1
    then.append(customers)


def flows(a, b):
    both = a.join(b, lsuffix="_then", rsuffix="_now", how="outer")
    both["from"] = both.segment_then.fillna(0).astype(int)
    both["to"] = both.segment_now.fillna(0).astype(int)
    cells = both.groupby(["from", "to"]).agg(customers=("to", "size"), then=("monetary_then", "sum"), now=("monetary_now", "sum"))
    return [[int(f), int(t), int(c.customers), round(float(c.then), 2), round(float(c.now), 2)] for (f, t), c in cells.iterrows()]


by = lambda customers: customers.groupby("segment")
facts = {
    "centroids": [[round(float(x), 12) for x in centroid] for centroid in centroids],
    "inertia": float(kmeans.inertia_),
    "days": [day.strftime("%Y-%m-%d") for day in days],
    "sizes": [[int(x) for x in by(c).size().reindex(IDS).fillna(0)] for c in then],
    "worth": [[round(float(x), 2) for x in by(c).monetary.sum().reindex(IDS).fillna(0)] for c in then],
    # from, to, customers, what they were worth, what they are worth
    "moves": [flows(a, b) for a, b in zip(then, then[1:])],
    "overall": flows(then[0], then[-1]),
}
pieces = (f"  {json.dumps(key)}: " + ("[\n" + ",\n".join(f"    {json.dumps(v)}" for v in value) + "\n  ]" if isinstance(value, list) else json.dumps(value)) for key, value in facts.items())
(here / "online-retail.json").write_text("{\n" + ",\n".join(pieces) + "\n}\n")
print(facts["inertia"], facts["days"], *facts["sizes"], sep="\n")
