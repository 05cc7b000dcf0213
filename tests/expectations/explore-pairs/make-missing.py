"""Blanks of real files by pandas 1.5.

    python3 tests/expectations/explore-pairs/make-missing.py ../shared/data

Correlation of being blank: isna().corr(), as missingno's heat map has it. Patterns: value_counts of isna().
"""

import json
import pathlib
import sys

import pandas as pd

data = pathlib.Path(sys.argv[1])
file = "customers/credit_data.csv"
table = pd.read_csv(data / file)
blank = table.isna()
some = blank.columns[blank.any()]
apart = blank[some].corr()
patterns = blank[some].value_counts()
found = {
    "file": file,
    "rows": len(table),
    "complete": int((~blank.any(axis=1)).sum()),
    "columns": {name: int(blank[name].sum()) for name in some},
    "pairs": {f"{a} {b}": apart.loc[a, b] for i, a in enumerate(some) for b in some[i + 1 :]},
    "patterns": {
        " ".join(name for name, missing in zip(some, of) if missing): int(count)
        for of, count in patterns.items()
        if any(of)
    },
    "byHome": {
        level: {name: int(group[name].isna().sum()) for name in some if name != "Home"}
        for level, group in table.groupby("Home")
    },
}
out = pathlib.Path(__file__).parent / "missing.json"
out.write_text(json.dumps(found, indent=1) + "\n")
