# Noncentral chances and the intervals that rest on them, by R's pchisq and pf.
# Run: Rscript intervals.R > intervals.json
digits <- function(x) trimws(formatC(x, digits = 15, format = "g"))
list_of <- function(x) paste0("[", paste(x, collapse = ", "), "]")
invert <- function(f, p, top) if (f(0) <= p) 0 else uniroot(function(l) f(l) - p, c(0, top), tol = 1e-12, maxiter = 10000)$root

chances <- rbind(
  c(3, 2, 0), c(10, 4, 5), c(0.5, 1, 2), c(40, 9, 60), c(200, 20, 150), c(900, 6, 1000)
)
chi <- apply(chances, 1, function(r) list_of(digits(c(r, pchisq(r[1], r[2], ncp = r[3])))))
fs <- rbind(c(1, 2, 30, 0), c(3, 4, 100, 5), c(0.2, 1, 20, 2), c(12, 5, 500, 60), c(40, 3, 2000, 100))
f <- apply(fs, 1, function(r) list_of(digits(c(r, pf(r[1], r[2], r[3], ncp = r[4])))))

# chi-square, degrees of freedom, n, lesser number of levels
tables <- rbind(c(25, 4, 200, 3), c(3, 4, 200, 3), c(150, 1, 400, 2), c(0.1, 6, 90, 3), c(700, 12, 3000, 4), c(5.9, 2, 60, 2))
v <- apply(tables, 1, function(r) {
  at <- function(l) pchisq(r[1], r[2], ncp = l)
  l <- c(invert(at, 0.975, 5000), invert(at, 0.025, 5000))
  list_of(digits(c(r, pmin(1, sqrt(l / (r[3] * (r[4] - 1)))))))
})
# eta squared, n, groups
ratios <- rbind(c(0.2, 100, 4), c(0.01, 100, 4), c(0.5, 40, 3), c(0.03, 2240, 5), c(0.3, 900, 12), c(0.9, 30, 2))
e <- apply(ratios, 1, function(r) {
  df <- c(r[3] - 1, r[2] - r[3])
  stat <- r[1] / df[1] / ((1 - r[1]) / df[2])
  at <- function(l) pf(stat, df[1], df[2], ncp = l)
  l <- c(invert(at, 0.975, 2000), invert(at, 0.025, 2000))
  list_of(digits(c(r, sqrt(l / (l + r[2])))))
})
cat("{\n")
cat(paste0('  "chiSquare": [\n    ', paste(chi, collapse = ",\n    "), "\n  ],\n"))
cat(paste0('  "f": [\n    ', paste(f, collapse = ",\n    "), "\n  ],\n"))
cat(paste0('  "cramer": [\n    ', paste(v, collapse = ",\n    "), "\n  ],\n"))
cat(paste0('  "ratio": [\n    ', paste(e, collapse = ",\n    "), "\n  ]\n"))
cat("}\n")
