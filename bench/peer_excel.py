"""pandas.read_excel with openpyxl; prints milliseconds and the peak in MB as JSON."""
import json
import resource
import sys
import time

import pandas as pd

start = time.perf_counter()
orders = pd.read_excel(sys.argv[1], engine="openpyxl")
ms = (time.perf_counter() - start) * 1000
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"ms": ms, "rows": len(orders), "columns": orders.shape[1], "peak": peak}))
