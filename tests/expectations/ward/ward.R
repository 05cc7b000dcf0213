# Ward trees by R 4.2: hclust(dist(x), "ward.D2") and cutree. Writes ward.json.
# Equal distances may be joined in any order, so memberships are given only at cuts between two different heights.
# mall: Mall_Customers.csv (Kaggle), age, annual income and spending score, z with divisor n; its values stay outside.
# Usage: Rscript ward.R Mall_Customers.csv > ward.json; npx prettier --write ward.json
mall <- read.csv(commandArgs(TRUE)[1])[, 3:5]
z <- function(x) scale(x) * sqrt(nrow(x) / (nrow(x) - 1))
sets <- list(iris = as.matrix(iris[, 1:4]), usarrests = z(as.matrix(USArrests)), mall = z(as.matrix(mall)))
numbers <- function(x) paste0("[", paste(formatC(x, digits = 15, format = "g", width = 1), collapse = ","), "]")
one <- function(name) {
  x <- sets[[name]]
  tree <- hclust(dist(x), "ward.D2")
  top <- rev(tree$height)
  clear <- Filter(function(k) top[k - 1] - top[k] > 1e-9, 2:10)
  cuts <- sapply(clear, function(k) paste0('"', k, '":', numbers(cutree(tree, k) - 1)))
  columns <- paste0('"columns":[', paste(apply(x, 2, numbers), collapse = ",\n"), "],\n")
  paste0('"', name, '":{', if (name != "mall") columns, '"heights":', numbers(tree$height),
    ',\n"cuts":{', paste(cuts, collapse = ",\n"), "}}")
}
cat("{", paste(sapply(names(sets), one), collapse = ",\n"), "}\n", sep = "")
