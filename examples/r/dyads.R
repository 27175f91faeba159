# Who did what to whom, month by month: the dyad-month table of an export, and a picture of it.
#
#   dateline export -c my-collection --to parquet -o my-tables       (or --to csv)
#   Rscript dyads.R my-tables dyads.pdf > dyads.csv
#
# Parquet is read by nanoparquet or arrow, whichever is installed; without them take the CSV export, for which base R is enough.

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 2) stop("usage: Rscript dyads.R EXPORT PICTURE.pdf", call. = FALSE)

read_table <- function(folder, name) {
  parquet <- file.path(folder, paste0(name, ".parquet"))
  csv <- file.path(folder, paste0(name, ".csv"))
  if (file.exists(parquet)) {
    if (requireNamespace("nanoparquet", quietly = TRUE)) return(as.data.frame(nanoparquet::read_parquet(parquet)))
    if (requireNamespace("arrow", quietly = TRUE)) return(as.data.frame(arrow::read_parquet(parquet)))
    stop("no reader of Parquet: install.packages('nanoparquet'), or export with --to csv.", call. = FALSE)
  }
  if (!file.exists(csv)) stop(folder, " holds no ", name, ": give the folder of an export.", call. = FALSE)
  # A cell of which nothing is known is empty; "NA" would be taken for a word.
  read.csv(csv, na.strings = "", encoding = "UTF-8", stringsAsFactors = FALSE)
}

months <- read_table(arguments[1], "dyad_month")
statuses <- c("events_happened", "events_planned", "events_denied", "events_hypothetical")

# The table: months in which a dyad has any event, with how much was read.
busy <- months[rowSums(months[statuses]) > 0, ]
columns <- c("source_state", "target_state", "month", statuses, "mean_score", "reports", "independent", "pages", "active_outlets")
write.csv(busy[columns], row.names = FALSE, na = "")

# Months without pages are missing, not zero.
was_read <- months[months$pages > 0, ]
message(sprintf("%d of %d dyad-months were read at all.", nrow(was_read), nrow(months)))

# The picture: events that took place by dyad, cooperation beside conflict.
was_read$dyad <- paste(was_read$source_state, "to", was_read$target_state)
was_read$cooperation <- was_read$verbal_cooperation + was_read$material_cooperation
was_read$conflict <- was_read$verbal_conflict + was_read$material_conflict
counts <- aggregate(cbind(cooperation, conflict) ~ dyad, data = was_read, FUN = sum)
counts <- counts[counts$cooperation + counts$conflict > 0, ]
if (nrow(counts) == 0) stop("no event between two states took place in this export.", call. = FALSE)
counts <- tail(counts[order(counts$cooperation + counts$conflict), ], 20)
pdf(arguments[2], width = 8, height = 5, title = "Events that took place, by dyad")
par(mar = c(4, 10, 3, 1), las = 1)
barplot(
  t(as.matrix(counts[c("cooperation", "conflict")])),
  names.arg = counts$dyad, horiz = TRUE, col = c("grey75", "grey25"), border = NA,
  xlab = "events", main = "Events that took place, by dyad",
  legend.text = c("cooperation", "conflict"), args.legend = list(x = "bottomright", bty = "n")
)
invisible(dev.off())
