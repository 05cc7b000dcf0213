// What counts as worth saying; docs/EXPLORE.md explains each number.

/** Tukey's fences: ranges of the quartiles beyond them, of outliers and of those far out. */
export const FENCE = 1.5;
export const FAR_OUT = 3;

/** Numbers of at most so many different values are drawn as bars, one a value. */
export const FEW_NUMBERS = 5;
/** Bars of the most frequent values. */
export const MOST_BARS = 8;
/** Beyond so many different values a column has no balance to speak of, and cannot be split by. */
export const CATEGORIES = 50;

/** Imbalance, 1 − entropy ÷ its greatest, above which one value drowns the others. */
export const IMBALANCED = 0.5;
/** Skewness beyond which a logarithm is worth it; below three standard errors it may be chance. */
export const SKEWED = 1;
export const SKEW_ERRORS = 3;
/** Blank in a larger share: missing much. Beyond the greater share the column says too little to be filled. */
export const MISSING_MUCH = 0.2;
export const MOSTLY_MISSING = 0.9;
/** Different values ÷ cells from which a column is nearly a key. */
export const ALMOST_UNIQUE = 0.95;
/** Values far out are said from so many on: two at least, and more than five in 100,000. */
export const FAR_AT_LEAST = 2;
export const FAR_SHARE = 5e-5;
/** Beyond so many cells outside the fences, they are the column's long tail, not outliers: nothing is to be cut off. */
export const LONG_TAIL = 0.05;
/** Where more than this share of the cells are one value, the quartiles tell of it alone, and whatever differs lies outside. */
export const MOSTLY_ONE = 0.5;
/** Fewer cells say nothing about shape. */
export const ENOUGH_CELLS = 30;

/** A stretch without rows is unexpected if rows spread evenly over the days would leave one as long in 1 of 100,000 tables. */
export const GAP_CHANCE = 1e-5;
/** And so many times as long as 95 % of the steps from one day with rows to the next. */
export const GAP_TIMES = 4;
/** A steady rhythm, such as one row a month: its 5 % and 95 % steps lie within these parts of the middle one; a step of so many then is a gap. */
export const STEADY = [0.85, 1.2] as const;
export const GAP_OF_STEADY = 1.9;
export const ENOUGH_DAYS = 20;

/** One column tells another if chance does so in less than e^−20 of the tables with the same values. */
export const TELLS_BY_CHANCE = -20;
/** A column whose values stand in fewer rows each, on average, tells others by being a key. */
export const ROWS_A_VALUE = 5;

/**
 * Seasons: from so many rounds on (years, weeks, days) the F that noise reaches in 1 of 10,000 tables, of
 * weekdays and hours in 1 of 100,000; and how many times as much the best place must bring as the least.
 */
export const SEASON_F: Readonly<
  Record<'month' | 'weekday' | 'hour', readonly (readonly [rounds: number, f: number])[]>
> = {
  month: [
    [2, 12.8],
    [3, 6.6],
    [4, 5.3],
    [6, 4.4],
  ],
  weekday: [
    [8, 7.9],
    [14, 6.7],
    [50, 5.8],
  ],
  hour: [
    [14, 3],
    [50, 2.9],
  ],
};
export const SEASON_TIMES = 1.2;
/** Student's t of a trend's slope, on as many independent periods as the rest of the series leaves. */
export const TREND_T = 5;
/** Change from the first to the last period, as a share of their mean. */
export const TREND_CHANGE = 0.2;
export const TREND_PERIODS = 12;

/** The best whole period beside the least: less is hardly a contrast. */
export const CONTRAST = 1.2;
/** And so many standard errors, rows coming to the periods by chance. */
export const BEYOND_CHANCE = 5;
