/** Helpers of formulas and of measures. */
export const FORMULA_HELPERS = {
  each_row: {
    text: `# A function done row by row; blank where one of its values is, or where it gives nothing.
def each_row(function, *values):
    index = next(value.index for value in values if isinstance(value, pd.Series))
    columns = [value if isinstance(value, pd.Series) else [value] * len(index) for value in values]
    made = [None if any(pd.isna(cell) for cell in row) else function(*row) for row in zip(*columns)]
    return pd.Series([np.nan if cell is None or cell == "" else cell for cell in made], index=index, dtype=object)`,
  },
  quiet: {
    text: `# Numbers that there are not become blanks; nothing is printed of them.
np.seterr(all="ignore")`,
  },
  finite: {
    needs: ['quiet'],
    text: `# What is no number, or too large for one, is blank.
def finite(values):
    return values.where(np.isfinite(values))`,
  },
  not_zero: {
    text: `def not_zero(values):
    return values.where(values != 0)`,
  },
  remainder: {
    text: `# What is left of a division, with the sign of the divisor; blank for 0.
def remainder(values, divisor):
    divisor = divisor * 1.0 if isinstance(divisor, pd.Series) else float(divisor)
    made = values - divisor * np.floor(values / np.where(divisor == 0, np.nan, divisor))
    return made`,
  },
  raised: {
    text: `# A number to a power; blank where there is none.
def raised(base, exponent):
    known = pd.notna(base) & pd.notna(exponent) & ~((base == 0) & (exponent < 0))
    return ((base * 1.0) ** exponent).where(known)`,
  },
  rounded: {
    text: `# Halves go away from 0; what is a half is told by 15 digits.
def rounded(value, digits=0):
    places, size = max(-15, min(15, int(digits))), abs(value)
    if not size < 1e15:
        return value
    ten = float(f"1e{abs(places)}")
    scaled = float(f"{size / ten if places < 0 else size * ten:.14e}")
    whole = np.floor(scaled + 0.5)
    made = whole * ten if places < 0 else whole / ten
    return -made if value < 0 else made`,
  },
  date_of: {
    text: `# The day of a year, a month and a day; blank where there is none.
def date_of(year, month=1, day=1):
    try:
        return pd.Timestamp(int(year), int(month), int(day))
    except ValueError:
        return None`,
  },
  months_between: {
    text: `# Whole months from one moment to another.
def months_between(start, end):
    months = (end.year - start.year) * 12 + end.month - start.month
    there = start + pd.DateOffset(months=months)
    if end < start:
        return months + 1 if there < end else months
    return months - 1 if there > end else months`,
  },
  answered: {
    text: `# Yes or no, blank where one of the values is that it is about.
def answered(answer, *values):
    known = pd.Series(True, index=answer.index)
    for value in values:
        known &= value.notna()
    return answer.astype("boolean").where(known, pd.NA)`,
  },
  chosen: {
    text: `# The value behind the first condition that is met; a blank condition is not.
def chosen(table, cases, otherwise=None):
    column = lambda value: value.astype(object) if isinstance(value, pd.Series) else pd.Series(value, index=table.index, dtype=object)
    made = column(otherwise)
    for condition, value in reversed(cases):
        met = column(condition).fillna(False).astype(bool)
        made = made.mask(met, column(value))
    return made.where(made.notna(), None)`,
  },
  moment_words: {
    text: `# YYYY-MM-DD, the clock behind it where it is not midnight.
def moment_words(moment):
    return moment.strftime("%Y-%m-%d" if moment == moment.normalize() else "%Y-%m-%d %H:%M:%S")`,
  },
  joined: {
    text: `# Texts as one; blanks are left out.
def joined(*values):
    index = next(value.index for value in values if isinstance(value, pd.Series))
    columns = [value if isinstance(value, pd.Series) else [value] * len(index) for value in values]
    made = ["".join(cell for cell in row if pd.notna(cell)) for row in zip(*columns)]
    return pd.Series([text if 0 < len(text) <= 32767 else np.nan for text in made], index=index, dtype=object)`,
  },
  split_part: {
    text: `# A part between separators, counted from 1; from -1 counted from the end.
def split_part(text, separator, place):
    parts, at = text.split(separator), int(place)
    return parts[at - 1 if at > 0 else at] if at != 0 and abs(at) <= len(parts) else None`,
  },
  email_domain: {
    text: `# What stands behind the @ of the last word.
def email_domain(text):
    words = text.split()
    found = words and re.fullmatch(r"[^@\\s]+@([^@\\s<>]+\\.[^@\\s<>.]+)>?", words[-1])
    return found[1].lower() if found else None`,
  },
  proper: {
    text: `# Each word with a capital; O'Neil has two.
def proper(text):
    def titled(found):
        word = found[0][0].upper() + found[0][1:]
        return re.sub(r"^([^\\W\\d_]['\\u2019])([^\\W\\d_])(?=[^\\W\\d_])", lambda part: part[1] + part[2].upper(), word)

    return re.sub(r"[^\\W\\d_](?:[^\\W_]|['\\u2019\\u0300-\\u036f])*", titled, text.lower())`,
  },
  without_ends: {
    text: `# Without white space at the ends; of nothing else a blank.
def without_ends(text):
    space = r"[ \\t\\n\\x0b\\f\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]"
    return re.sub(rf"^{space}+|{space}+$", "", text) or np.nan`,
  },
  split_text: {
    text: `# The parts of a text between delimiters; the last takes what is left over, or the first.
def split_text(text, delimiter, most, from_end=False):
    return text.rsplit(delimiter, most - 1) if from_end else text.split(delimiter, most - 1)`,
  },
  cut: {
    text: `# The parts of a text by their widths; the last takes the rest.
def cut(text, widths):
    starts = np.concatenate([[0], np.cumsum(widths)]).astype(int)
    ends = [*starts[1:], len(text)]
    return [text[start:end] for start, end in zip(starts, ends) if start < len(text)]`,
  },
  share_of_capitals: {
    text: `# Blank without letters.
def share_of_capitals(text):
    kinds = [unicodedata.category(letter) for letter in text]
    letters = sum(kind[0] == "L" for kind in kinds)
    return kinds.count("Lu") / letters if letters else np.nan`,
  },
  in_groups: {
    text: `# What a function of many rows gives for each: \`over\` parts them into groups, those with a blank in none;
# \`order\` puts them in order by (column, falling), blanks last.
def in_groups(table, values, function, over=(), order=()):
    number = pd.Series(0.0, index=table.index)
    if over:
        number = table.groupby(list(over), sort=False).ngroup().astype(float).where(table[list(over)].notna().all(axis=1))
    place = np.arange(len(table))
    for name, falling in reversed(order):
        keys = table[name].iloc[place].reset_index(drop=True)
        place = place[keys.sort_values(ascending=not falling, kind="stable", na_position="last").index]
    dates = pd.api.types.is_datetime64_any_dtype(values)
    cells = (values - pd.Timestamp(0)) / pd.Timedelta(milliseconds=1) if dates else values
    kept = number.iloc[place]
    kept = kept[kept.notna()].index
    made = function(cells.loc[kept].groupby(number.loc[kept], sort=False)).reindex(table.index)
    return made`,
  },
  trends: {
    text: `# By how much spend rises from one period of 30 days to the next: the slope of the line of least squares.
def trends(rows, first, reference):
    back = lambda day: ((reference - day).dt.days - 1) // 30
    oldest = back(first)
    age, most = back(rows["day"]), rows["customer"].map(oldest)
    spend = rows["spend"].where((age >= 0) & (age <= most), 0.0)
    total = spend.groupby(rows["customer"]).sum().reindex(first.index)
    weighed = (spend * (most - age)).groupby(rows["customer"]).sum().reindex(first.index)
    count = oldest + 1
    return ((weighed - total * oldest / 2) / (count * (count**2 - 1) / 12)).where(oldest >= 1)`,
  },
  most_common: {
    text: `# The value that is most common in each group; of several the first in order.
def most_common(values, groups):
    counts = values.groupby([groups, values]).size()
    counts.index.names = ["group", "value"]
    order = counts.rename("count").reset_index().sort_values(["count", "value"], ascending=[False, True], kind="stable")
    return order.drop_duplicates("group").set_index("group")["value"]`,
  },
} as const satisfies Record<string, { text: string; needs?: readonly string[] }>;
