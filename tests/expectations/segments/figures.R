# Writes figures.json: silhouettes of each point (cluster::silhouette) and boxes (boxplot.stats) by R.
#
# Usage: Rscript figures.R > figures.json; npx prettier --write figures.json
# Boxes are of odd numbers of values, where the hinges of boxplot.stats are the quartiles of type 7.

set.seed(4)
x <- round(c(rnorm(25), rnorm(20, 3), rnorm(12, 1.5, 2)), 2)
y <- round(c(rnorm(25), rnorm(20, 2), rnorm(12, -2)), 2)
label <- rep(1:3, c(25, 20, 12))
s <- cluster::silhouette(label, dist(cbind(x, y)))[, "sil_width"]
list_of <- function(v) paste0("[", paste(sprintf("%.15g", v), collapse = ","), "]")

box <- function(v) {
  found <- boxplot.stats(v)
  stopifnot(length(v) %% 2 == 1, all.equal(unname(quantile(v, c(.25, .75), type = 7)), found$stats[c(2, 4)]))
  paste0("{\"values\":", list_of(v), ",\"stats\":", list_of(found$stats), ",\"beyond\":", length(found$out), "}")
}
boxes <- c(box(round(rexp(41, 0.01))), box(c(1, 2, 2, 3, 90)), box(c(-50, 1, 2, 3, 4, 5, 60)), box(round(rnorm(101, 50, 9), 1)))
cat("{\"silhouette\":{\"x\":", list_of(x), ",\"y\":", list_of(y), ",\"label\":", list_of(label), ",\"scores\":", list_of(s),
  "},\"boxes\":[", paste(boxes, collapse = ","), "]}\n", sep = "")
