import { WHITE_PYTHON } from '../white-space';
import { FORMULA_HELPERS } from './formula-helpers';

interface HelperText {
  text: string;
  needs?: readonly Helper[];
}

export type Helper =
  | keyof typeof FORMULA_HELPERS
  | 'days'
  | 'day'
  | 'fourteen_digits'
  | 'nearest'
  | 'reference_day'
  | 'words'
  | 'number_words'
  | 'number_from'
  | 'date_from'
  | 'each_once'
  | 'written_number'
  | 'truth_from'
  | 'ranked'
  | 'first_true'
  | 'alike';

/** Small functions that scripts take along where a step asks for them. */
export const HELPERS: Readonly<Record<Helper, HelperText>> = {
  days: {
    text: `# Whole calendar days from one series of moments to another, or to one day.
def days(start, end):
    return (end - start.dt.normalize()).dt.days.astype(float)`,
  },
  day: {
    text: `def day(text):
    return pd.Timestamp(text)`,
  },
  reference_day: {
    needs: ['day'],
    text: `# Days are counted to the day that was learnt, or to the day after the last one where the data end later.
def reference_day(learnt, moments):
    latest = moments.max()
    after = latest.normalize() + pd.Timedelta(days=1) if pd.notna(latest) else day(learnt)
    return max(day(learnt), after)`,
  },
  fourteen_digits: {
    text: `# A sum of money without the dust behind its fourteenth digit.
def fourteen_digits(values):
    return values.map(lambda value: float(f"{value:.13e}"), na_action="ignore")`,
  },
  nearest: {
    text: `# The nearest centroid of each row, from 0; the first one where several are equally near.
def nearest(rows, centroids):
    centroids = np.asarray(centroids, dtype=float)
    away = [sum((rows[:, d] - centroid[d]) ** 2 for d in range(rows.shape[1])) for centroid in centroids]
    return np.argmin(np.column_stack(away), axis=1)`,
  },
  number_words: {
    text: `# A number with its shortest digits: 1, not 1.0.
def number_words(value):
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    return repr(float(value))`,
  },
  words: {
    needs: ['number_words'],
    text: `# Cells in words; blanks stay blank. \`clock\`: whether dates have a time of day.
def words(column, clock=False):
    if pd.api.types.is_datetime64_any_dtype(column):
        said = column.dt.strftime("%Y-%m-%d %H:%M:%S" if clock else "%Y-%m-%d")
    elif pd.api.types.is_bool_dtype(column):
        said = column.map({True: "true", False: "false"})
    elif pd.api.types.is_numeric_dtype(column):
        said = column.map(number_words, na_action="ignore")
    else:
        said = column
    return said.astype(object).where(column.notna(), np.nan)`,
  },
  alike: {
    text: `# Keys without white space at their ends, capitals and a .0 behind a whole number.
def alike(keys):
    keys = keys.astype(object).str.replace(r"^${WHITE_PYTHON}+|${WHITE_PYTHON}+\\Z", "", regex=True).str.lower()
    return keys.str.replace(r"^([+-]?[0-9]+)\\.0+\\Z", r"\\1", regex=True).replace("", np.nan)`,
  },
  number_from: {
    text: `# The number a text says, blank where it says none: a currency sign, thousands in threes, an exponent.
def number_from(text, decimal="."):
    if not isinstance(text, str):
        return np.nan if text is None else float(text)
    plain = re.sub(r"^([+-])\\s+", r"\\1", re.sub("[$\\u00a2-\\u00a5\\u20a0-\\u20c0]", "", text, count=1).replace("\\u2212", "-")).strip()
    mark = "," if decimal == "." else r"\\."
    shape = rf"([+-]?)(\\d{{1,3}}(?:([{mark}'\\u2019 \\u00a0\\u202f])\\d{{3}})(?:\\3\\d{{3}})*|\\d*)(?:{re.escape(decimal)}(\\d*))?([eE][+-]?\\d+)?"
    found = re.fullmatch(shape, plain, flags=re.ASCII)
    if not found:
        return np.nan
    sign, whole, _, fraction, exponent = found.groups(default="")
    digits = re.sub(r"\\D", "", whole)
    if not digits and not fraction:
        return np.nan
    value = float(f"{sign}{digits or '0'}.{fraction or '0'}{exponent}")
    if not np.isfinite(value) or (not fraction and not exponent and abs(value) > 2**53 - 1):
        return np.nan
    return value`,
  },
  date_from: {
    text: `MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

# The moment a text says, blank where it says none. Texts that begin with four digits are read year first.
def date_from(text, order="ymd"):
    if not isinstance(text, str):
        return pd.NaT
    found = re.fullmatch(r"(.*?)(?:(?:T|,? +)(\\d{1,2}:.*))?", text.strip(), flags=re.S | re.A)
    date, clock = found.group(1), found.group(2)
    full = lambda digits: int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 69 else 1900)
    month_of = lambda name: MONTHS.index(name.lower()) + 1
    try:
        if found := re.fullmatch(r"(\\d{4})([-/. ]?)(\\d{1,2})\\2(\\d{1,2})", date, flags=re.A):
            year, month, day = int(found[1]), int(found[3]), int(found[4])
        elif found := re.fullmatch(r"(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})", date, flags=re.A):
            first, second, last = found[1], found[3], found[4]
            if order == "ymd" and len(last) == 4:
                return pd.NaT
            year, month, day = {"ymd": (first, second, last), "dmy": (last, second, first), "mdy": (last, first, second)}[order]
            year, month, day = full(year.zfill(2)), int(month), int(day)
        elif found := re.fullmatch(r"(\\d{1,2})[-/. ]?([a-z]{3})[a-z]*\\.?[-/. ,]*(\\d{4}|\\d{2})", date, flags=re.I | re.A):
            year, month, day = full(found[3]), month_of(found[2]), int(found[1])
        elif found := re.fullmatch(r"([a-z]{3})[a-z]*\\.? (\\d{1,2}),? (\\d{4})", date, flags=re.I | re.A):
            year, month, day = int(found[3]), month_of(found[1]), int(found[2])
        else:
            return pd.NaT
        moment = pd.Timestamp(year, month, day)
        if clock is None:
            return moment
        found = re.fullmatch(
            r"(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([ap])\\.?m\\.?)?(?:Z| ?[+-]\\d{2}:?\\d{2})?", clock, flags=re.I | re.A
        )
        if not found:
            return pd.NaT
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        if found[5]:
            if not 1 <= hour <= 12:
                return pd.NaT
            hour = hour % 12 + (12 if found[5].lower() == "p" else 0)
        if hour > 23 or minute > 59 or second > 59:
            return pd.NaT
        ms = int(float(f"0.{found[4] or '0'}") * 1000 + 0.5)
        return moment + pd.Timedelta(hours=hour, minutes=minute, seconds=second, milliseconds=ms)
    except ValueError:
        return pd.NaT`,
  },
  each_once: {
    text: `# The column read cell by cell, each different text once.
def each_once(column, read):
    return column.map({text: read(text) for text in column.dropna().unique()})`,
  },
  written_number: {
    text: `# A number as people write it in one format: with its unit once, thousands, less than nothing as -5, 5- or (5). Blank for other texts.
def written_number(text, decimal, unit="", lakh=False):
    parting = " \\u00a0\\u2007-\\u2009\\u202f"
    edge = rf"(?:[{parting}\\t]|{re.escape(unit)})*" if unit else rf"[{parting}\\t]*"
    framed = re.fullmatch(rf"({edge}(?:[-+\\u2212(]{edge})?)([0-9{decimal}].*?)({edge}(?:[-\\u2212)]{edge})?)", text)
    if not framed:
        return np.nan
    before, core, after = framed.groups()
    opened, signed, ended = "(" in before, re.search("[-+\\u2212]", before), re.search("[-\\u2212]", after)
    units = (before + after).count(unit) if unit else 0
    if opened != (")" in after) or (ended and (opened or signed)) or units > 1 or (unit == "%" and units == 0):
        return np.nan
    group = "," if decimal == "." else "."
    marks = [f"[{group}]", "['\\u2019]", f"[{parting}]"]
    shape = "[0-9]{1,2}(?:%s[0-9]{2})*%s[0-9]{3}" if lakh else "[0-9]{1,3}%s[0-9]{3}(?:%s[0-9]{3})*"
    whole = "|".join([shape % (mark, mark) for mark in marks] + ["[0-9]*"])
    found = re.fullmatch(rf"({whole})(?:[{decimal}]([0-9]*))?(?:[eE]([-+]?[0-9]{{1,3}}))?", core)
    if not found:
        return np.nan
    written, fraction, exponent = found.groups(default="")
    digits = re.sub("[^0-9]", "", written)
    if not digits + fraction or len(digits) > 15 or (len(digits) > 1 and digits[0] == "0"):
        return np.nan
    parts = written.split(".")
    address = not lakh and len(parts) == 4 and all(int(part) < 256 for part in parts)
    if not unit and (address or ("+" in before and len(digits) >= 7)):
        return np.nan
    value = float(f"{digits or '0'}.{fraction or '0'}e{int(exponent or 0) - 2 * units * (unit == '%')}")
    if not np.isfinite(value):
        return np.nan
    return -value if value and (opened or ended or (signed and signed[0] != "+")) else value`,
  },
  truth_from: {
    text: `NO = {"0", "no", "n", "false", "f", "off", "nein", "falsch", "non", "faux", "falso", "n\\u00e3o", "nao", "nee", "nej", "nei", "nie"}
YES = {"1", "yes", "y", "true", "t", "on", "ja", "j", "wahr", "oui", "o", "vrai", "si", "s\\u00ed", "s\\u00ec", "s", "verdadero", "vero", "sim", "verdadeiro", "tak"}

# Yes or no as words say it; blank where they say neither.
def truth_from(text):
    word = str(text).strip().lower()
    return True if word in YES else False if word in NO else pd.NA`,
  },
  ranked: {
    text: `# Ranks of values by those that were learnt; between two of them they lie on a line.
def ranked(values, known, ranks):
    known, ranks = np.asarray(known, dtype=float), np.asarray(ranks, dtype=float)
    at = np.clip(np.searchsorted(known, values, side="right") - 1, 0, len(known) - 1)
    upper = np.minimum(at + 1, len(known) - 1)
    width = np.where(upper > at, known[upper] - known[at], 1)
    made = ranks[at] + (values - known[at]) / width * (ranks[upper] - ranks[at])
    made = np.where(known[at] == values, ranks[at], made)
    made = np.where(values < known[0], 0.0, np.where(values > known[-1], 1.0, made))
    return np.where(np.isnan(values), np.nan, made)`,
  },
  first_true: {
    text: `# The value of the first condition that is met.
def first_true(conditions, values, otherwise):
    met = [condition.fillna(False).to_numpy(dtype=bool) for condition in conditions]
    return np.select(met, [np.full(len(met[0]), value, dtype=object) for value in values], otherwise)`,
  },
  ...FORMULA_HELPERS,
};
