# Friedman's chi-square and the analysis of variance of rounds by places (R 4.2.2), for tests/engine/stats/cycle.test.ts.
# Usage: Rscript tests/expectations/explore/cycle.R > tests/expectations/explore/cycle.json
rounds <- list(
  plain = rbind(c(3, 5, 4, 8), c(2, 6, 5, 9), c(1, 4, 7, 6), c(4, 5, 3, 9)),
  ties = rbind(c(1, 1, 2), c(0, 0, 3), c(2, 1, 2), c(1, 1, 1), c(0, 2, 5)),
  one.stands.out = rbind(c(10.2, 9.8, 20.1, 10.1), c(9.9, 10.3, 19.7, 10.0))
)
say <- function(m) {
  n <- nrow(m); k <- ncol(m)
  chi <- unname(friedman.test(m)$statistic)
  d <- data.frame(value = c(m), round = factor(rep(1:n, k)), place = factor(rep(1:k, each = n)))
  a <- summary(aov(value ~ round + place, d))[[1]]
  sprintf('{ "rounds": [%s], "agreement": %.15g, "rankF": %.15g, "f": %.15g }',
    paste(apply(m, 1, function(r) paste0('[', paste(r, collapse = ', '), ']')), collapse = ', '),
    chi / (n * (k - 1)), (n - 1) * chi / (n * (k - 1) - chi), a[2, 'F value'])
}
cat('{\n', paste(sprintf('  "%s": %s', names(rounds), sapply(rounds, say)), collapse = ',\n'), '\n}\n', sep = '')
