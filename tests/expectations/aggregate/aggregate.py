"""Customers by pandas 1.5: the expectations of tests/engine/steps/aggregate.test.ts.

    python3 tests/expectations/aggregate/aggregate.py ../shared/data

`small` is the table below, all of it. Of real files each column has its sum (a count of letters for text, days for dates), how many cells are
blank, and every 97th cell. Returns are rows with a quantity or an amount below 0; customers without a purchase are left out.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd

HERE = pathlib.Path(__file__).parent
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def features(table, customer, date, order, money, product, value, columns):
    """One row per customer in order of first appearance, and one column per measure."""
    table = table[table[customer].notna() & table[date].notna()].copy()
    table["_money"] = money(table)
    table["_day"] = table[date].dt.floor("D")
    quantity = table["Quantity"] if "Quantity" in table else pd.Series(0, table.index)
    table["_return"] = (table["_money"] < 0) | (quantity < 0)
    table["_size"] = table["_money"].abs().fillna(0)
    table["_net"] = table["_size"].where(~table["_return"], -table["_size"])
    table["_order"] = table[order].astype(object).where(table[order].notna(), table["_day"].astype(str)) if order else table["_day"]
    reference = table["_day"].max() + pd.Timedelta(days=1)
    bought = table[~table["_return"]]
    names = [name for name in table[customer].drop_duplicates() if name in set(bought[customer])]
    table = table[table[customer].isin(set(names))]
    rows, buys = table.groupby(customer), bought.groupby(customer)
    out = pd.DataFrame(index=pd.Index(names, name="customer"))
    first, last, orders = buys["_day"].min(), buys["_day"].max(), buys["_order"].nunique()
    out["recency_days"] = ((reference - last).dt.days).clip(lower=1)
    out["frequency"] = orders
    out["monetary"] = rows["_net"].sum()
    out["last_purchase"], out["first_purchase"] = last, first
    out["tenure_days"] = (reference - first).dt.days
    days = bought[[customer, "_day"]].drop_duplicates().sort_values([customer, "_day"])
    by_day = days.groupby(customer)["_day"]
    gaps = by_day.diff().dt.days.dropna()
    by_gap = gaps.groupby(days.loc[gaps.index, customer])
    out["purchase_days"] = by_day.count()
    out["days_between_mean"] = by_gap.mean()
    out["days_between_median"] = by_gap.median()
    out["days_between_deviation"] = by_gap.std(ddof=0)
    for window in (30, 90, 365):
        late = table["_day"] >= reference - pd.Timedelta(days=window)
        spend = table[late].groupby(customer)["_net"].sum()
        out[f"spend_{window}d"] = spend.reindex(names).fillna(0)
        recent = bought[bought["_day"] >= reference - pd.Timedelta(days=window)]
        out[f"orders_{window}d"] = recent.groupby(customer)["_order"].nunique().reindex(names).fillna(0)
    paid = buys["_size"].sum()
    out["mean_order_value"] = paid / orders
    out["rows_per_order"] = buys.size() / orders
    period = (reference - pd.Timedelta(days=1) - table["_day"]).dt.days // 30
    oldest = (reference - pd.Timedelta(days=1) - first).dt.days // 30
    spent = table.assign(_period=period).groupby([customer, "_period"])["_net"].sum()
    slopes = {}
    for name in names:
        n = int(oldest[name]) + 1
        if n < 2:
            continue
        line = spent[name].reindex(range(n)).fillna(0)[::-1]
        slopes[name] = np.polyfit(np.arange(n), line, 1)[0]
    out["spend_trend"] = pd.Series(slopes).reindex(names)
    back = table[table["_return"]].groupby(customer)["_size"].sum().reindex(names).fillna(0)
    out["returned_share"] = (back / paid).where(paid > 0)
    weekday = days["_day"].dt.dayofweek
    most = weekday.groupby(days[customer]).agg(lambda each: each.mode().min())
    out["favourite_weekday"] = most.map(lambda day: WEEKDAYS[day])
    out["weekend_share"] = (weekday > 4).groupby(days[customer]).mean()
    out["repeats"] = by_day.count() - 1
    out["repeat_span_days"] = (by_day.max() - by_day.min()).dt.days
    out["seen_days"] = (reference - pd.Timedelta(days=1) - by_day.min()).dt.days
    later = bought[bought["_day"] > bought[customer].map(first)].groupby(customer)["_size"].sum()
    out["repeat_value"] = (later.reindex(names).fillna(0) / out["repeats"]).where(out["repeats"] > 0)
    out["rows"] = rows.size()
    out[f"{product}_distinct"] = rows[product].nunique()
    texts = bought[product].dropna()
    out[f"{product}_favourite"] = texts.groupby(bought.loc[texts.index, customer]).agg(lambda each: each.mode().min())
    equal = bought[product] == value
    out[f"{product}_{value}_share"] = equal.groupby(bought[customer]).mean()
    worth = bought["_size"].where(equal, 0).groupby(bought[customer]).sum()
    out[f"{product}_{value}_money_share"] = (worth / paid).where(paid > 0)
    for column in columns:
        each = rows[column]
        for name, cells in {
            "sum": each.sum(), "mean": each.mean(), "median": each.median(), "deviation": each.std(ddof=0),
            "min": each.min(), "max": each.max(),
        }.items():  # fmt: skip
            out[f"{column}_{name}"] = cells
    ordered = table.sort_values(date, kind="stable")
    for column in [*columns, product]:
        present = ordered[ordered[column].notna()].groupby(customer)[column]
        out[f"{column}_first"], out[f"{column}_last"] = present.first(), present.last()
    return out


def cell(value):
    if value is None or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.isoformat()[:10]
    return value if isinstance(value, str) else float(f"{float(value):.12g}")


def summed(column):
    cells = [cell(value) for value in column]
    there = [one for one in cells if one is not None]
    if there and isinstance(there[0], str):
        isdate = str(column.dtype).startswith("datetime")
        total = sum((pd.Timestamp(one) - pd.Timestamp(0)).days if isdate else len(one) for one in there)
    else:
        total = float(np.sum(np.array(there, dtype=float)))
    return {"sum": total, "blank": len(cells) - len(there), "some": cells[::97]}


small = pd.DataFrame(
    [
        ("ann", "1", "2024-03-01T23:59", 2, 10.0, "Tea"), ("ann", "1", "2024-03-01T23:59", 1, 5.5, "Pot"),
        ("bob", "2", "2024-03-02", 3, 4.0, "Tea"), ("ann", "3", "2024-03-05T00:01", 1, 20.0, "Pot"),
        ("ann", "C4", "2024-03-09", -1, 20.0, "Pot"), ("cat", "C5", "2024-03-03", -2, 3.0, "Tea"),
        ("dan", "6", "2024-03-04", 1, 0.0, None), ("eve", "7", "2024-01-07", 1, 8.0, "Cup"),
        ("eve", "2", "2023-11-08", 1, 1.0, "Tea"), (None, "10", "2024-03-10", 1, 99.0, "Tea"),
        ("gus", "11", None, 1, 99.0, "Tea"), ("gus", "12", "2024-03-06", np.nan, 7.0, "Tea"),
        ("hal", None, "2024-03-07T09:00", 1, 1.0, "Cup"), ("hal", None, "2024-03-07T18:00", 1, 1.0, "Pot"),
        ("hal", "13", "2024-03-07", 1, 1.0, "Cup"), ("eve", "14", "2024-02-03", 2, 6.5, "Pot"),
        ("eve", "15", "2022-12-24", 4, 2.5, "Cup"), ("bob", "16", "2023-12-31", 6, 1.25, "Cup"),
    ],
    columns=["customer", "order", "date", "Quantity", "price", "product"],
)  # fmt: skip
small_lines = small.astype(object).where(small.notna(), None).to_dict("list")
small["date"] = pd.to_datetime(small["date"])
made = features(small, "customer", "date", "order", lambda t: t["Quantity"] * t["price"], "product", "Tea", ["Quantity"])
out = {
    "source": f"pandas {pd.__version__}, numpy {np.__version__}",
    "lines": small_lines,
    "small": {"customer": list(made.index), **{name: [cell(one) for one in made[name]] for name in made}},
    "files": {},
}
data = pathlib.Path(sys.argv[1]) / "transactions"
retail = pd.read_csv(data / "online_retail_2010-2011.csv", dtype={"CustomerID": str, "InvoiceNo": str, "StockCode": str}, parse_dates=["InvoiceDate"])
done = features(retail, "CustomerID", "InvoiceDate", "InvoiceNo", lambda t: t["Quantity"] * t["UnitPrice"], "StockCode", "85123A", ["UnitPrice"])
out["files"]["online_retail_2010-2011.csv"] = {"customers": len(done), **{name: summed(done[name]) for name in done}}
shop = pd.read_csv(data / "Retail_Data_Transactions.csv", dtype={"customer_id": str})
shop["trans_date"] = pd.to_datetime(shop["trans_date"], format="%d-%b-%y")
shop["half"] = np.where(shop["tran_amount"] > 65, "more", "less")
done = features(shop, "customer_id", "trans_date", None, lambda t: t["tran_amount"], "half", "more", ["tran_amount"])
done = done[[name for name in done if not name.startswith("half")]]
out["files"]["Retail_Data_Transactions.csv"] = {"customers": len(done), **{name: summed(done[name]) for name in done}}
(HERE / "aggregate.json").write_text(json.dumps(out) + "\n")
print({name: len(found) for name, found in out["files"].items()}, len(made), list(made))
