/** What a person reads about a function of the formula language. */
export interface FunctionWords {
  /** What it takes, as written between its parentheses. */
  takes: string;
  about: string;
  /** A formula on the orders of docs/FORMULA.md. */
  example: string;
}

/** Functions by group, in the order of the help; docs/FORMULA.md says the same. */
export const FUNCTION_WORDS: Readonly<Record<string, Readonly<Record<string, FunctionWords>>>> = {
  Numbers: {
    round: {
      takes: 'number, digits',
      about: 'Rounded to so many digits behind the point; halves go away from 0. Below 0: tens, hundreds.',
      example: 'round([Amount], 0)',
    },
    floor: { takes: 'number', about: 'The whole number at or below it.', example: 'floor(-2.5)' },
    ceil: { takes: 'number', about: 'The whole number at or above it.', example: 'ceil(2.1)' },
    abs: { takes: 'number', about: 'Without its sign.', example: 'abs(-3)' },
    sign: { takes: 'number', about: '-1, 0 or 1.', example: 'sign(-3)' },
    sqrt: { takes: 'number', about: 'Square root; blank below 0.', example: 'sqrt(16)' },
    log: {
      takes: 'number',
      about: 'Natural logarithm; blank at and below 0.',
      example: 'round(log([Amount]), 3)',
    },
    log10: { takes: 'number', about: 'Logarithm to the base 10.', example: 'log10(1000)' },
    log1p: {
      takes: 'number',
      about: 'log(1 + number), which takes 0.',
      example: 'round(log1p([Quantity]), 3)',
    },
    exp: { takes: 'number', about: 'e to that power.', example: 'round(exp(1), 5)' },
    power: { takes: 'number, exponent', about: 'As ^.', example: 'power(2, 10)' },
    mod: {
      takes: 'number, divisor',
      about: 'The remainder, with the sign of the divisor; as %.',
      example: 'mod(-7, 3)',
    },
    clip: {
      takes: 'value, low, high',
      about: 'Numbers or dates kept between two limits.',
      example: 'clip([Amount], 15, 40)',
    },
    least: {
      takes: 'value, value, …',
      about: 'The least of several in the row; blanks are passed over.',
      example: 'least([Amount], [Quantity], 10)',
    },
    greatest: {
      takes: 'value, value, …',
      about: 'The greatest of several in the row; blanks are passed over.',
      example: 'greatest([Amount], 30)',
    },
  },
  Conditions: {
    if: {
      takes: 'condition, then, else',
      about: 'One value or the other; a blank condition is no. Without else: blank.',
      example: 'if([Amount] > 30, "large", "small")',
    },
    case: {
      takes: 'condition, value, …, else',
      about: 'The value behind the first condition that holds.',
      example: 'case([Amount] > 50, "A", [Amount] > 15, "B", "C")',
    },
    switch: {
      takes: 'value, match, result, …, else',
      about: 'The result behind the first match that equals the value.',
      example: 'switch([Country], "EIRE", "Ireland", [Country])',
    },
    in: {
      takes: 'value, option, …',
      about: 'Whether it is one of them.',
      example: 'in([Country], "France", "Spain")',
    },
    between: {
      takes: 'value, low, high',
      about: 'Whether it lies from low to high, both included.',
      example: 'between([Amount], 12, 20)',
    },
  },
  Blanks: {
    coalesce: {
      takes: 'value, value, …',
      about: 'The first that is not blank.',
      example: 'coalesce([Country], "unknown")',
    },
    is_blank: { takes: 'value', about: 'Whether nothing is there.', example: 'is_blank([Amount])' },
    blank_if: {
      takes: 'value, unwanted',
      about: 'Blank where it equals the second.',
      example: 'blank_if([Quantity], 0)',
    },
  },
  Text: {
    concat: {
      takes: 'value, value, …',
      about: 'Joined as one text; blanks are left out. As &.',
      example: 'concat([Country], "-", [Quantity])',
    },
    left: {
      takes: 'text, count',
      about: 'The first characters; one, if not said.',
      example: 'left([Country], 2)',
    },
    right: { takes: 'text, count', about: 'The last characters.', example: 'right("A-2041", 4)' },
    mid: {
      takes: 'text, start, count',
      about: 'So many characters from a place on, the first being 1.',
      example: 'mid("A-2041", 3, 2)',
    },
    length: { takes: 'text', about: 'How many characters.', example: 'length([Country])' },
    upper: { takes: 'text', about: 'In capitals.', example: 'upper([Country])' },
    lower: { takes: 'text', about: 'In small letters.', example: 'lower("EIRE")' },
    proper: { takes: 'text', about: 'Each word with a capital.', example: 'proper("anna o\'neil")' },
    trim: {
      takes: 'text',
      about: 'Without blanks at the ends; several within become one.',
      example: 'trim("  a   b ")',
    },
    replace: {
      takes: 'text, find, with',
      about: 'One text for another wherever it stands; "" takes it out.',
      example: 'replace([Country], "EIRE", "Ireland")',
    },
    contains: {
      takes: 'text, part',
      about: 'Whether it has the part in it, letter case counting.',
      example: 'contains([Email], "mail")',
    },
    starts_with: {
      takes: 'text, start',
      about: 'Whether it begins so.',
      example: 'starts_with([Country], "F")',
    },
    ends_with: { takes: 'text, end', about: 'Whether it ends so.', example: 'ends_with([Email], ".ie")' },
    matches: {
      takes: 'text, pattern',
      about: 'Whether a regular expression matches anywhere; anchor with ^ and $.',
      example: 'matches([Country], "^[A-Z]+$")',
    },
    split_part: {
      takes: 'text, separator, place',
      about: 'A part between separators; -1 is the last.',
      example: 'split_part("red/blue/green", "/", 2)',
    },
    email_domain: {
      takes: 'text',
      about: 'What stands behind the @, in small letters.',
      example: 'email_domain([Email])',
    },
    to_number: {
      takes: 'value, decimal mark',
      about: 'The number in a text, thousands and currency understood; yes is 1. Decimal mark "." or ",".',
      example: 'to_number("1.234,50 €", ",")',
    },
    to_text: {
      takes: 'value',
      about: 'As text: shortest digits, YYYY-MM-DD, yes or no.',
      example: 'to_text([Amount])',
    },
    to_date: {
      takes: 'text, order',
      about: 'The date in a text; order "ymd", "dmy" or "mdy".',
      example: 'to_date("9/12/2011", "dmy")',
    },
  },
  Dates: {
    date: {
      takes: 'text, or year, month, day',
      about: 'A date written out: YYYY-MM-DD, with HH:MM:SS if wanted.',
      example: 'date("2011-12-09")',
    },
    year: { takes: 'date', about: 'The year.', example: 'year([Date])' },
    quarter: { takes: 'date', about: '1 to 4.', example: 'quarter([Date])' },
    month: { takes: 'date', about: '1 to 12.', example: 'month([Date])' },
    week: { takes: 'date', about: 'Week of the year by ISO 8601, 1 to 53.', example: 'week([Date])' },
    week_year: {
      takes: 'date',
      about: 'The year that the ISO week belongs to.',
      example: 'week_year([Date])',
    },
    day: { takes: 'date', about: 'Day of the month.', example: 'day([Date])' },
    weekday: { takes: 'date', about: '1 Monday to 7 Sunday.', example: 'weekday([Date])' },
    hour: { takes: 'date', about: '0 to 23.', example: 'hour(date("2011-12-09 12:50:00"))' },
    minute: { takes: 'date', about: '0 to 59.', example: 'minute(date("2011-12-09 12:50:00"))' },
    date_trunc: {
      takes: 'date, unit',
      about: 'The start of its "year", "quarter", "month", "week", "day" or "hour".',
      example: 'date_trunc([Date], "month")',
    },
    add_days: { takes: 'date, days', about: 'So many days later.', example: 'add_days([Date], 30)' },
    add_months: {
      takes: 'date, months',
      about: 'So many months later; the last day of a shorter month.',
      example: 'add_months(date("2024-01-31"), 1)',
    },
    days_between: {
      takes: 'from, to',
      about: 'Calendar days from one to the other.',
      example: 'days_between([Date], date("2024-12-31"))',
    },
    months_between: {
      takes: 'from, to',
      about: 'Whole months from one to the other.',
      example: 'months_between([Date], date("2024-12-31"))',
    },
  },
  Columns: {
    count: {
      takes: 'value',
      about: 'How many cells are not blank; without a value, how many rows.',
      example: 'count() over [Customer]',
    },
    count_distinct: {
      takes: 'value',
      about: 'How many different values.',
      example: 'count_distinct([Country])',
    },
    sum: { takes: 'number', about: 'Of all that are not blank.', example: 'sum([Amount]) over [Customer]' },
    mean: { takes: 'number', about: 'The average.', example: '[Amount] - mean([Amount])' },
    median: { takes: 'value', about: 'The middle value of numbers or dates.', example: 'median([Amount])' },
    min: { takes: 'value', about: 'The least number or first date.', example: 'min([Date]) over [Customer]' },
    max: {
      takes: 'value',
      about: 'The greatest number or last date.',
      example: 'max([Date]) over [Customer]',
    },
    stdev: {
      takes: 'number',
      about: 'Standard deviation, divisor n - 1.',
      example: 'round(stdev([Amount]), 3)',
    },
    percentile: {
      takes: 'value, share',
      about: 'The value below which that share lies (0 to 1), between two by a straight line.',
      example: 'round(percentile([Amount], 0.9), 2)',
    },
    first: {
      takes: 'value',
      about: 'The first that is not blank, in the order of rows or the one asked for.',
      example: 'first([Country]) over [Customer] order by [Date]',
    },
    last: {
      takes: 'value',
      about: 'The last that is not blank.',
      example: 'last([Amount]) over [Customer] order by [Date]',
    },
  },
  Groups: {
    rank: {
      takes: 'value',
      about: '1 for the least; equal values share the mean of their ranks.',
      example: 'rank([Amount])',
    },
    percent_rank: {
      takes: 'value',
      about: 'The share of the others that is less, 0 to 1.',
      example: 'round(percent_rank([Amount]), 3)',
    },
    row_number: {
      takes: '',
      about: '1, 2, 3 … in order.',
      example: 'row_number() over [Customer] order by [Date] desc',
    },
    lag: {
      takes: 'value, rows',
      about: 'The value of the row before, or of so many before.',
      example: '[Date] - lag([Date]) over [Customer] order by [Date]',
    },
    lead: {
      takes: 'value, rows',
      about: 'The value of the row behind.',
      example: 'lead([Amount]) over [Customer] order by [Date]',
    },
    cumulative_sum: {
      takes: 'number',
      about: 'The sum so far.',
      example: 'cumulative_sum([Amount]) order by [Date]',
    },
    share_of_total: {
      takes: 'number',
      about: 'Divided by the sum of all.',
      example: 'round(share_of_total([Quantity]), 3)',
    },
  },
};
