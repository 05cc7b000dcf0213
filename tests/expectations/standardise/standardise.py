"""Countries as others write them: the expectations of tests/engine/steps/standardise*.test.ts.

Names: iso3166.tab of the tz database (public domain). Rows by country: Online Retail, counted by pandas.
Run: python3 tests/expectations/standardise/standardise.py TAB > tests/expectations/standardise/standardise.json
"""

import json
import sys
from pathlib import Path

import pandas

data = Path(__file__).parents[4] / "shared" / "data"
lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
names = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
retail = pandas.read_csv(data / "transactions/online_retail_2010-2011.csv", usecols=["Country"])
print(json.dumps({"tz": names, "onlineRetail": retail["Country"].value_counts().to_dict()}, indent=2, ensure_ascii=False))
