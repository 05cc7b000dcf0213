# Writes fpc.json: silhouettes, Calinski-Harabasz, adjusted Rand and best Jaccard overlaps of redraws by R.
#
# Usage: Rscript fpc.R DATA; npx prettier --write fpc.json   (DATA: the folder with customers/)
# Made with R 4.2.2, fpc 2.2-10, cluster 2.1.4, jsonlite. The files themselves are not part of this project.
# The labels that are judged are those of indices.json, by scikit-learn.
library(cluster)
library(fpc)
library(jsonlite)

data <- commandArgs(trailingOnly = TRUE)[1]
given <- fromJSON("indices.json", simplifyVector = FALSE)
files <- c(iris = "iris.csv", mall = "Mall_Customers.csv", arrests = "USArrests.csv",
           wholesale = "Wholesale_customers_with_total.csv")
digits <- function(text) as.integer(strsplit(text, "")[[1]]) + 1
as_text <- function(labels) paste(labels - 1, collapse = "")

# As fpc::clusterboot with bootmethod "boot" and multipleboot FALSE: over the points drawn, each counted once.
redraw <- function(z, labels, k, seed) {
  set.seed(seed)
  rows <- sort(unique(sample(nrow(z), replace = TRUE)))
  again <- kmeans(z[rows, ], k, nstart = 50, iter.max = 100)$cluster
  best <- sapply(1:k, function(a) max(sapply(1:k, function(b) clujaccard(labels[rows] == a, again == b, zerobyzero = 0))))
  list(rows = rows - 1, labels = as_text(again), best = best)
}

judged <- function(name) {
  names <- unlist(given[[name]]$names)
  z <- scale(read.csv(file.path(data, "customers", files[[name]]), check.names = FALSE)[, names])
  # Divisor n, as scikit-learn scales.
  z <- z * sqrt(nrow(z) / (nrow(z) - 1))
  distances <- dist(z)
  labels <- lapply(given[[name]]$byK, function(one) digits(one$labels))
  list(
    byK = lapply(labels, function(one) list(
      silhouette = mean(silhouette(one, distances)[, "sil_width"]),
      bySegment = as.numeric(summary(silhouette(one, distances))$clus.avg.widths),
      ch = calinhara(z, one)
    )),
    rand = cluster.stats(distances, labels[["2"]], labels[["5"]])$corrected.rand,
    redraws = lapply(1:3, function(seed) redraw(z, labels[["3"]], 3, seed))
  )
}

write_json(sapply(names(files), judged, simplify = FALSE), "fpc.json", digits = 12, auto_unbox = TRUE)
