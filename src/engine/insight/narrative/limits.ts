/** What must be reached before something is said, and before a warning is dropped. */

/** Deviations from the others at which a difference is told (Cohen's "medium"); below the second it counts as none. */
export const TELLING = 0.5;
export const ALIKE = 0.2;
/** An interval wider than this on either side leaves open how large the difference is: from small to large. */
export const WIDE = 0.3;
/** At most so many differences, likenesses and traits are told. */
export const MOST_DIFFERENCES = 3;
export const MOST_ALIKE = 2;
export const MOST_TRAITS = 3;
/** Half of a segment's money from at most this share of its customers rests on few. */
export const FEW = 0.1;
/** Fewer orders than this history can show no habit of a year. */
export const SHORT_HISTORY_DAYS = 180;
/** Groups smaller than this are never told: they could point at a person. */
export const SMALLEST_GROUP = 10;
/** Worth per customer beside the average, from which a segment is worth more or less than most. */
export const WORTH_MORE = 1.5;
export const WORTH_LESS = 0.5;
/** Fewer customers than this share of those found by the rule belong there: the rule finds mostly others. */
export const LOOSE_RULE = 0.6;
