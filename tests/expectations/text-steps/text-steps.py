"""What pandas makes of texts, rows and columns: the numbers of tests/engine/steps/{clean-text,replace-text,…}.test.ts.

Run with ../shared/data beside the project: python3 tests/expectations/text-steps/text-steps.py
"""
import json
from pathlib import Path

import pandas as pd

here = Path(__file__).parent
data = here.parents[3] / "shared" / "data"
none = lambda values: [None if pd.isna(v) else v for v in values]

texts = pd.Series(["  POPPY'S  PLAYHOUSE ", "set of 6", None, "  ", "éclair AU café", "STRASSE", "ALARM\tCLOCK"])
words = pd.Series(["alarm CLOCK bakelike", "jumbo-bag red", "ÉCLAIR au café", "x", None])
cleaned = {
    "strip": none(texts.str.strip()),
    "collapsed": none(texts.str.replace(r"\s+", " ", regex=True)),
    "lower": none(texts.str.lower()),
    "upper": none(texts.str.upper()),
    "title": none(words.str.title()),
    "capitalize": none(words.str.capitalize()),
    "nfkc": none(pd.Series(["ﬁne ①", "Ａｂｃ", "cafe\u0301"]).str.normalize("NFKC")),
}

swaps = pd.Series(["Doe, John", "Roe,Jane", "a.b.c", None, "John (old)", "C536379"])
replaced = {
    "groups": none(swaps.str.replace(r"(\w+),\s*(\w+)", r"\2 \1", regex=True)),
    "plain": none(swaps.str.replace(".", "-", regex=False)),
    "anyCase": none(swaps.str.replace("JOHN", "Jon", case=False, regex=True)),
    "bracket": none(swaps.str.replace(r"\s*\(.*?\)", "", regex=True)),
}

names = pd.Series(["Doe, John, Dr", "Roe, Jane", "Solo", None, "a,b,c,d"])
split = {
    "left": [none(c) for _, c in names.str.split(",", n=1, expand=True).apply(lambda c: c.str.strip()).items()],
    "right": [none(r) for r in zip(*[(p if p else [None]) for p in names.str.rsplit(",", n=1).apply(lambda p: [q.strip() for q in p] if isinstance(p, list) else [None, None]).apply(lambda p: p if len(p) == 2 else p + [None])])],
    "three": [none(c) for _, c in names.str.split(",", n=2, expand=True).apply(lambda c: c.str.strip()).items()],
}

codes = pd.Series(["C536379", "536365", "POST", None, "A-12 of 30"])
extracted = {
    "digits": none(codes.str.extract(r"(\d+)")[0]),
    "letter": none(codes.str.extract(r"^([A-Z])\d")[0]),
}

wide = pd.DataFrame({"customer": ["a", "b", "c"], "jan": [1.0, None, 3.0], "feb": [4.0, 5.0, 6.0], "city": ["x", "y", "z"]})
long = wide.melt(id_vars=["customer", "city"], value_vars=["jan", "feb"], var_name="month", value_name="spend")
unpivoted = {name: none(long[name]) for name in long.columns}

orders = pd.DataFrame({
    "who": ["b", "a", None, "a", "b", "c", "a"],
    "spend": [5.0, 2.0, 9.0, None, 5.0, 1.0, 7.0],
    "row": [0, 1, 2, 3, 4, 5, 6],
})
by = lambda columns, ascending: orders.sort_values(columns, ascending=ascending, kind="stable", na_position="last")["row"].tolist()
sorts = {
    "who": by(["who"], [True]),
    "who falling, spend": by(["who", "spend"], [False, True]),
    "spend falling, who": by(["spend", "who"], [False, True]),
}

retail = pd.read_csv(data / "transactions" / "online_retail_2010-2011.csv", encoding="utf-8-sig", dtype=str)
named = retail.drop_duplicates()
named = named[named["CustomerID"].notna()]
trimmed = named["Description"].str.strip()
online_retail = {
    "columns": list(retail.columns),
    "rows": len(retail),
    "named": len(named),
    "trailing": int((named["Description"] != trimmed).sum()),
    "allTrimmed": int((retail["Description"].notna() & (retail["Description"] != retail["Description"].str.strip())).sum()),
    "germany": int((retail["Country"] == "Germany").sum()),
    "returns": int(retail["InvoiceNo"].str.startswith("C").sum()),
    "redWords": int(retail["Description"].str.contains("red ", case=False, regex=False, na=False).sum()),
}

superstore = pd.read_csv(data / "transactions" / "Sample - Superstore.csv", encoding="utf-8-sig")
store = {
    "rows": len(superstore),
    "consumersInWest": int(((superstore["Segment"] == "Consumer") & (superstore["Region"] == "West")).sum()),
    "profitBetween": int(superstore["Profit"].between(0, 10).sum()),
    "lossOrBulk": int(((superstore["Profit"] < 0) | (superstore["Quantity"] >= 10)).sum()),
    "firstNames": int(superstore["Customer Name"].str.split(" ", n=1).str[0].nunique()),
    "lastOfSort": superstore.sort_values(["Region", "Profit"], ascending=[True, False], kind="stable")["Row ID"].tail(3).tolist(),
}

(here / "text-steps.json").write_text(json.dumps({
    "texts": none(texts), "words": none(words), "cleaned": cleaned,
    "swaps": none(swaps), "replaced": replaced, "names": none(names), "split": split,
    "codes": none(codes), "extracted": extracted, "unpivoted": unpivoted, "sorts": sorts,
    "onlineRetail": online_retail, "superstore": store,
}, indent=2, ensure_ascii=False) + "\n")
