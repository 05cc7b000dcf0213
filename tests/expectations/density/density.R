# Silverman's bandwidth, density() and the sum of kernels it stands for (R 4.2.2), for tests/engine/insight/explore/density.test.ts.
# Usage: Rscript tests/expectations/density/density.R > tests/expectations/density/density.json
skewed <- round(exp(seq(-2, 3, length.out = 90)) + seq(0, 1, length.out = 90)^2, 4)
sets <- list(
  eruptions = list(x = faithful$eruptions, from = 1.6, to = 5.1),
  skewed = list(x = skewed, from = 0.5, to = 9),
  mostly.one = list(x = c(rep(4, 30), 1, 2.5, 7, 9), from = 1, to = 9),
  two = list(x = c(1, 3), from = 1, to = 3)
)
numbers <- function(v) paste0('[', paste(sprintf('%.15g', v), collapse = ', '), ']')
say <- function(s) {
  bw <- bw.nrd0(s$x)
  at <- seq(s$from, s$to, length.out = 33)
  r <- density(s$x, bw = bw, from = s$from, to = s$to, n = 4096)
  sprintf('{\n "values": %s,\n "from": %.15g, "to": %.15g, "bandwidth": %.15g,\n "at": %s,\n "density": %s,\n "kernels": %s }',
    numbers(s$x), s$from, s$to, bw, numbers(at), numbers(approx(r$x, r$y, at)$y),
    numbers(sapply(at, function(v) mean(dnorm(v, s$x, bw)))))
}
constants <- list(c(5, 5, 5, 5, 9), c(2, 2, 2), c(0, 0), c(-3, -3))
bws <- sapply(constants, function(x) sprintf('{ "values": %s, "bandwidth": %.15g }', numbers(x), bw.nrd0(x)))
cat('{ "bandwidths": [', paste(bws, collapse = ', '), '],\n"sets": {\n', paste(sprintf('"%s": %s', names(sets), sapply(sets, say)), collapse = ',\n'), '\n} }\n', sep = '')
