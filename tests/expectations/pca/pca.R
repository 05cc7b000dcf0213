# R 4.2.2, prcomp on data that come with R: three components, their loadings and the first five scores.
# Rscript pca.R > pca.json
options(digits = 15)
number <- function(x) paste0("[", paste(formatC(x, digits = 15, format = "g"), collapse = ", "), "]")
rows <- function(m) paste0("[", paste(apply(m, 1, number), collapse = ",\n    "), "]")
one <- function(name, data) {
  found <- prcomp(data, scale. = FALSE)
  deviations <- number(found$sdev)
  share <- number(found$sdev^2 / sum(found$sdev^2))
  paste0(
    '  "', name, '": {\n    "points": ', rows(data), ',\n    "deviations": ', deviations, ',\n    "explained": ', share,
    ',\n    "loadings": ', rows(t(found$rotation[, 1:3])), ',\n    "scores": ', rows(found$x[1:5, 1:3]), "\n  }"
  )
}
arrests <- scale(as.matrix(USArrests))
stack <- scale(as.matrix(stackloss[, 1:3]))
cat("{\n", one("arrests", arrests), ",\n", one("stackloss", stack), "\n}\n", sep = "")
