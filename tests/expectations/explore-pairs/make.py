"""Association of columns of five real files by pandas 1.5 and scipy 1.10.

    python3 tests/expectations/explore-pairs/make.py ../shared/data

Pearson: scipy.stats.pearsonr with its interval (Fisher's z). Spearman: DataFrame.corr(method="spearman"), ranks given anew
among the rows of each pair. Cramér's V: scipy.stats.contingency.association; the corrected one by Bergsma (2013) from
scipy's chi-square. Correlation ratio: from the F of scipy.stats.f_oneway; epsilon squared is its adjusted R squared. Their
intervals: noncentral chi-square and F as sums of scipy.special.gammainc and betainc weighed by a Poisson distribution, inverted by brentq.
Average linkage: scipy.cluster.hierarchy.linkage on 1 - |Pearson|.
"""

import itertools
import json
import pathlib
import sys
import warnings

import numpy as np
import pandas as pd
from scipy import special, stats
from scipy.cluster.hierarchy import linkage
from scipy.optimize import brentq
from scipy.stats.contingency import association

warnings.simplefilter("ignore")
data = pathlib.Path(sys.argv[1])
FILES = {
    "customers/marketing_campaign_semicolon.csv": (
        ";",
        ["Income", "Recency", "MntWines", "MntFishProducts", "NumWebVisitsMonth"],
        ["Education", "Marital_Status"],
    ),
    "customers/credit_data.csv": (
        ",",
        ["Age", "Expenses", "Income", "Assets", "Debt", "Amount", "Price"],
        ["Status", "Home", "Marital", "Job"],
    ),
    "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv": (
        ",",
        ["tenure", "MonthlyCharges", "TotalCharges"],
        ["gender", "InternetService", "Contract", "PaymentMethod", "Churn"],
    ),
    "customers/attrition.csv": (
        ",",
        ["Age", "DailyRate", "DistanceFromHome", "MonthlyIncome", "TotalWorkingYears"],
        ["Attrition", "BusinessTravel", "Department", "JobRole", "MaritalStatus"],
    ),
    "campaigns/hillstrom.csv": (
        ",",
        ["recency", "history", "spend"],
        ["history_segment", "zip_code", "channel", "segment"],
    ),
}


def weighed(noncentrality, central):
    mean = noncentrality / 2
    reach = int(12 * mean**0.5) + 60
    j = np.arange(max(0, int(mean) - reach), int(mean) + reach + 1)
    return float(np.sum(stats.poisson.pmf(j, mean) * central(j)))


def ends(central, likely, to):
    def at(chance):
        off = lambda noncentrality: weighed(noncentrality, central) - chance
        return 0.0 if off(0) <= 0 else brentq(off, 0, 3 * likely + 200, xtol=1e-11, rtol=1e-13, maxiter=500)

    return {"low": to(at(0.975)), "high": to(at(0.025))}


def two_numbers(a, b):
    both = pd.DataFrame({"a": a, "b": b}).dropna()
    r = stats.pearsonr(both.a, both.b)
    interval = r.confidence_interval(0.95)
    rho = pd.DataFrame({"a": a, "b": b}).corr(method="spearman").iloc[0, 1]
    z = np.arctanh(rho)
    margin = stats.norm.ppf(0.975) * np.sqrt((1 + rho**2 / 2) / (len(both) - 3))
    return {
        "measure": "pearson",
        "value": r.statistic,
        "low": interval.low,
        "high": interval.high,
        "rows": len(both),
        "spearman": rho,
        "spearmanLow": np.tanh(z - margin),
        "spearmanHigh": np.tanh(z + margin),
    }


def two_categories(a, b):
    counts = pd.crosstab(a, b).to_numpy()
    chi = stats.chi2_contingency(counts, correction=False)[0]
    n = int(counts.sum())
    r, k = counts.shape
    phi = max(0, chi / n - (k - 1) * (r - 1) / (n - 1))
    least = min(k - (k - 1) ** 2 / (n - 1), r - (r - 1) ** 2 / (n - 1))
    df, m = (r - 1) * (k - 1), min(r, k)
    central = lambda j: special.gammainc(df / 2 + j, chi / 2)
    return {
        "measure": "cramers-v",
        "value": float(np.sqrt(phi / (least - 1))),
        **ends(central, chi, lambda x: min(1.0, float(np.sqrt(x / (n * (m - 1)))))),
        "plain": association(counts, method="cramer"),
        "rows": n,
    }


def number_by_category(number, category):
    both = pd.DataFrame({"x": number, "g": category}).dropna()
    groups = [x.to_numpy() for _, x in both.groupby("g").x]
    f = stats.f_oneway(*groups).statistic
    within, between = len(both) - len(groups), len(groups) - 1
    share = f * between / (f * between + within)
    adjusted = max(0, 1 - (1 - share) * (len(both) - 1) / within)
    y = f * between / (f * between + within)
    central = lambda j: special.betainc(between / 2 + j, within / 2, y)
    n = len(both)
    return {
        "measure": "correlation-ratio",
        "value": adjusted**0.5,
        **ends(central, f * between, lambda x: float(np.sqrt(x / (x + n)))),
        "plain": share**0.5,
        "rows": n,
    }


found = {}
for file, (delimiter, numbers, categories) in FILES.items():
    table = pd.read_csv(data / file, sep=delimiter, na_values=[" "])
    pairs = []
    for a, b in itertools.combinations(numbers + categories, 2):
        if b in numbers:
            one = two_numbers(table[a], table[b])
        elif a in categories:
            one = two_categories(table[a], table[b])
        else:
            one = number_by_category(table[a], table[b])
        pairs.append({"a": a, "b": b, **one})
    apart = 1 - np.abs(table[numbers].corr().to_numpy())
    heights = linkage(apart[np.triu_indices(len(numbers), 1)], "average")[:, 2]
    found[file] = {
        "numbers": numbers,
        "columns": numbers + categories,
        "pairs": pairs,
        "distances": apart.ravel().tolist(),
        "heights": heights.tolist(),
    }

out = pathlib.Path(__file__).parent / "associations.json"
out.write_text(json.dumps(found, indent=1) + "\n")
