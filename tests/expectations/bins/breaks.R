# Natural breaks of real files by classInt, style fisher, and R's pretty: the expectations of tests/engine/steps/bin.test.ts.
#
#   Rscript tests/expectations/bins/breaks.R ../shared/data
#
# Natural: how many values are in each class. Round: the breaks between the least and the greatest value.
library(classInt)
data <- commandArgs(trailingOnly = TRUE)[1]
files <- list(
  "customers/marketing_campaign_semicolon.csv" = c("Income", "MntWines", "NumWebPurchases"),
  "customers/Wholesale_customers_with_total.csv" = c("Fresh", "Grocery"),
  "customers/WA_Fn-UseC_-Telco-Customer-Churn.csv" = c("tenure", "MonthlyCharges"),
  "customers/USArrests.csv" = c("Murder", "UrbanPop")
)
natural <- function(x, k) {
  breaks <- classIntervals(x, k, style = "fisher")$brks
  as.vector(table(cut(x, c(-Inf, breaks[2:k], Inf), right = FALSE)))
}
round <- function(x, n) {
  breaks <- pretty(x, n)
  breaks[breaks > min(x) & breaks < max(x)]
}
write_list <- function(found) paste0("[", paste(format(found, digits = 15, trim = TRUE, scientific = FALSE), collapse = ","), "]")
each <- function(x, sizes, by) {
  paste0("{", paste(sapply(sizes, function(k) paste0('"', k, '":', write_list(by(x, k)))), collapse = ","), "}")
}
parts <- sapply(names(files), function(name) {
  read <- if (grepl("semicolon", name)) read.csv2 else read.csv
  table <- read(file.path(data, name), dec = ".", fileEncoding = "UTF-8-BOM")
  columns <- sapply(files[[name]], function(column) {
    x <- na.omit(table[[column]])
    paste0('"', column, '":{"natural":', each(x, c(2, 3, 5, 7), natural), ',"round":', each(x, c(3, 5, 8, 12), round), "}")
  })
  paste0('"', name, '":{', paste(columns, collapse = ","), "}")
})
source <- paste0('"source":"R ', getRversion(), ", classInt ", packageVersion("classInt"), '"')
writeLines(paste0("{", source, ',"files":{', paste(parts, collapse = ","), "}}"), "tests/expectations/bins/breaks.json")
