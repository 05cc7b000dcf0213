"""Orders made from known parameters, and what scipy makes of them: the expectations of tests/engine/steps/customer-value.test.ts.

    python3 tests/expectations/customer-value/made.py

Customers buy as BG/NBD says (r 0.9, alpha 40 days, a 0.8, b 2.5) and spend as Gamma-Gamma says (p 6, q 4, v 90); days begin on 1 January 2024.
The likelihoods are those of the papers, with scipy.special.gammaln, maximised by Nelder-Mead, then BFGS; forecasts with mpmath's 2F1.
"""

import json
import pathlib

import mpmath
import numpy as np
import pandas as pd
import scipy
from scipy.optimize import minimize
from scipy.special import gammaln

rng = np.random.default_rng(7)
CUSTOMERS, SEEN, HORIZON, DISCOUNT = 400, 420, 365, 0.01
R, ALPHA, A, B = 0.9, 40.0, 0.8, 2.5
P, Q, V = 6.0, 4.0, 90.0

lines = []
for customer in range(CUSTOMERS):
    rate, leaves = rng.gamma(R, 1 / ALPHA), rng.beta(A, B)
    own = rng.gamma(Q, 1 / V)
    day = float(rng.integers(0, 200))
    while day < SEEN:
        lines.append([customer, int(day), round(float(rng.gamma(P, 1 / own)) + 0.01, 2)])
        # The first purchase is never the last one.
        if len(lines) > 1 and lines[-2][0] == customer and rng.random() < leaves:
            break
        day += rng.exponential(1 / rate)
order = rng.permutation(len(lines))
lines = [lines[i] for i in order]

table = pd.DataFrame(lines, columns=["customer", "day", "money"])
days = table.groupby(["customer", "day"], as_index=False)["money"].sum()
end = int(table["day"].max())
first = days.groupby("customer")["day"].transform("min")
repeated = days[days["day"] > first].groupby("customer")["money"].mean()
seen = days.groupby("customer")["day"].agg(["min", "max", "count"])
x = (seen["count"] - 1).to_numpy()
tx = (seen["max"] - seen["min"]).to_numpy()
T = (end - seen["min"]).to_numpy()
m = repeated.reindex(seen.index).to_numpy()


def orders(place):
    r, alpha, a, b = np.exp(place)
    shared = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    shared = shared + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    stays = -(r + x) * np.log(alpha + T)
    left = np.where(x > 0, np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + tx), -np.inf)
    return -np.sum(shared + np.logaddexp(stays, left))


def spend(place):
    p, q, v = np.exp(place)
    k, money = x[x > 0], m[x > 0]
    terms = gammaln(p * k + q) - gammaln(p * k) - gammaln(q) + q * np.log(v) + (p * k - 1) * np.log(money)
    return -np.sum(terms + p * k * np.log(k) - (p * k + q) * np.log(k * money + v))


def best(minus, start):
    options = {"maxiter": 40_000, "maxfev": 40_000, "xatol": 1e-12, "fatol": 1e-12}
    place = minimize(minus, start, method="Nelder-Mead", options=options).x
    place = minimize(minus, place, method="Nelder-Mead", options=options).x
    return np.exp(place), -minus(place)


(r, alpha, a, b), log_orders = best(orders, np.log([1, 30, 1, 1]))
(p, q, v), log_spend = best(spend, np.log([1, 2, 50]))
mpmath.mp.dps = 40


def alive(k, last, age):
    return 1.0 if k == 0 else 1 / (1 + a / (b + k - 1) * ((alpha + age) / (alpha + last)) ** (r + k))


def expected(k, last, age, ahead):
    z = mpmath.mpf(ahead) / (alpha + age + ahead)
    hyper = mpmath.hyp2f1(r + k, b + k, a + b + k - 1, z)
    above = (a + b + k - 1) / (a - 1) * (1 - ((alpha + age) / (alpha + age + ahead)) ** (r + k) * hyper)
    return float(above) * alive(k, last, age)


def value(k, last, age, money):
    total, before = 0.0, 0.0
    for until in [*range(30, HORIZON, 30), HORIZON]:
        now = expected(k, last, age, until)
        total += money * (now - before) / (1 + DISCOUNT) ** (until / 30)
        before = now
    return total


def count(k, age):
    """P(X(t) = k), by equation 8."""
    nbd = lambda j: np.exp(gammaln(r + j) - gammaln(r) - gammaln(j + 1) + r * np.log(alpha / (alpha + age))) * (age / (alpha + age)) ** j
    beta = lambda one, other: np.exp(gammaln(one) + gammaln(other) - gammaln(one + other))
    share = beta(a, b + k) / beta(a, b) * nbd(k)
    if k > 0:
        share += beta(a + 1, b + k - 1) / beta(a, b) * (1 - sum(nbd(j) for j in range(k)))
    return share


customers = []
for i in range(len(x)):
    own = p * x[i] + q - 1
    money = (p * v + (p * x[i] * m[i] if x[i] > 0 else 0)) / own
    worth = value(x[i], tx[i], T[i], money)
    chance = alive(x[i], tx[i], T[i]) if x[i] > 0 else None
    customers.append([chance, expected(x[i], tx[i], T[i], HORIZON), money, worth])
repeats = [sum(float(count(k, age)) for age in T) for k in range(7)]
out = {
    "source": f"scipy {scipy.__version__}, mpmath {mpmath.__version__}, pandas {pd.__version__}",
    "lines": lines,
    "orders": {"r": r, "alpha": alpha, "a": a, "b": b, "logLikelihood": log_orders},
    "spend": {"p": p, "q": q, "v": v, "logLikelihood": log_spend},
    "correlation": float(np.corrcoef(x[x > 0], m[x > 0])[0, 1]),
    "repeats": repeats,
    "repeaters": int((x > 0).sum()),
    "customers": [[None if cell is None else float(f"{cell:.12g}") for cell in row] for row in customers],
    "alone": [
        {"r": R1, "alpha": 12.0, "a": a1, "b": b1, "repeats": k, "age": age, "ahead": ahead,
         "expected": float((a1 + b1 + k - 1) / (a1 - 1) * (1 - ((12 + mpmath.mpf(age)) / (12 + age + ahead)) ** (R1 + k)
             * mpmath.hyp2f1(R1 + k, b1 + k, a1 + b1 + k - 1, mpmath.mpf(ahead) / (12 + age + ahead))))}
        for (R1, a1, b1) in [(0.3, 0.4, 0.5), (2.5, 3.2, 1.1), (0.7, 1.0 + 2**-30, 2.0), (8.0, 0.6, 40.0)]
        for (k, age, ahead) in [(0, 0, 365), (0, 300, 30), (3, 200, 3650), (60, 700, 365), (900, 1500, 365)]
    ],
}  # fmt: skip
path = pathlib.Path(__file__).parent / "made.json"
path.write_text(json.dumps(out) + "\n")
print(len(lines), out["orders"], out["spend"], out["repeaters"], out["correlation"], repeats)
