# Writes effects.json: Cohen's d with two intervals and differences of shares, by base R.
#
# Usage: Rscript effects.R > effects.json; npx prettier --write effects.json
# `low` and `high`: large-sample interval (Hedges and Olkin 1985). `exactLow` and `exactHigh`: by the non-central t
# distribution (as MBESS, ci.smd, and effectsize, cohens_d). Shares: Newcombe's method 10 from two intervals of prop.test.

d_of <- function(a, b) {
  n <- length(a); m <- length(b)
  pooled <- sqrt(((n - 1) * var(a) + (m - 1) * var(b)) / (n + m - 2))
  d <- (mean(a) - mean(b)) / pooled
  t <- unname(t.test(a, b, var.equal = TRUE)$statistic)
  stopifnot(abs(d - t * sqrt(1 / n + 1 / m)) < 1e-10)
  se <- sqrt((n + m) / (n * m) + d^2 / (2 * (n + m)))
  ncp <- function(p) uniroot(function(x) suppressWarnings(pt(t, n + m - 2, ncp = x)) - p, c(t - 10, t + 10), tol = 1e-12)$root
  scale <- sqrt(1 / n + 1 / m)
  c(value = d, low = d - qnorm(.975) * se, high = d + qnorm(.975) * se,
    exactLow = ncp(.975) * scale, exactHigh = ncp(.025) * scale)
}

share_of <- function(x, n, y, m) {
  one <- prop.test(x, n, correct = FALSE)$conf.int
  other <- prop.test(y, m, correct = FALSE)$conf.int
  p <- x / n; q <- y / m
  c(value = p - q, low = p - q - sqrt((p - one[1])^2 + (other[2] - q)^2),
    high = p - q + sqrt((one[2] - p)^2 + (q - other[1])^2))
}

json <- function(v) paste0("{", paste0("\"", names(v), "\":", sprintf("%.15g", v), collapse = ","), "}")
means <- sapply(levels(iris$Species), function(s) {
  inside <- iris$Species == s
  columns <- sapply(names(iris)[1:4], function(c) paste0("\"", c, "\":", json(d_of(iris[inside, c], iris[!inside, c]))))
  paste0("\"", s, "\":{", paste(columns, collapse = ","), "}")
})
cases <- list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(0, 20, 5, 30), c(30, 30, 12, 400), c(763, 2100, 900, 5000))
shares <- sapply(cases, function(v) paste0("{\"of\":[", paste(v, collapse = ","), "],", substring(json(suppressWarnings(do.call(share_of, as.list(v)))), 2)))
cat("{\"means\":{", paste(means, collapse = ","), "},\"shares\":[", paste(shares, collapse = ","), "]}\n", sep = "")
