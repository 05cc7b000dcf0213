import type { Typed, TypedCall } from '../../../formula/typed';
import { textOfDate, textOfNumber } from '../../../formula/text-of';
import { WHITE_PYTHON } from '../white-space';
import type { PythonFormula, PythonFunction } from './python-formula';
import { written } from './sql-formula';

/** As text: shortest digits, the clock where it is not midnight, yes or no. */
function words(formula: PythonFormula, of: Typed): string {
  const { python } = formula;
  if (of.kind === 'text' || written(of) !== undefined) return formula.said(of);
  if (of.kind === 'boolean') return `${formula.said(of)}.astype(object).map({True: "yes", False: "no"})`;
  if (of.kind === 'number')
    return `${formula.said(of)}.map(${python.use('number_words')}, na_action="ignore")`;
  python.use('each_row');
  return `each_row(${python.use('moment_words')}, ${formula.said(of)})`;
}

const joined: PythonFunction = (formula, { args }) => {
  const parts = args.filter((arg) => written(arg) !== null);
  const said = parts.map((arg) =>
    written(arg) === undefined ? words(formula, arg) : constantWords(formula, arg),
  );
  return `${formula.python.use('joined')}(${said.join(', ')})`;
};

/** A value that is written out, as `to_text` writes it. */
function constantWords(formula: PythonFormula, of: Typed): string {
  const value = written(of);
  if (typeof value === 'boolean') return value ? '"yes"' : '"no"';
  if (typeof value !== 'number') return formula.python.text(String(value));
  return formula.python.text((of.kind === 'date' ? textOfDate(value) : textOfNumber(value)) ?? '');
}

const lambda =
  (what: string): PythonFunction =>
  (formula, call) =>
    formula.each(call, what);

/** How many characters; one, if not said. */
const withCount = (what: string): PythonFunction => {
  return (formula, call) => {
    const [text, count = '1'] = formula.args(call);
    return formula.each(call, what, [text!, count]);
  };
};

const typedText = (formula: PythonFormula, call: TypedCall, read: string): string => {
  formula.python.use('each_once');
  return `each_once(${formula.said(call.args[0]!)}, ${read})`;
};

export const PYTHON_TEXT: Readonly<Record<string, PythonFunction>> = {
  '&': joined,
  concat: joined,
  to_text: (formula, { args }) => words(formula, args[0]!),
  left: withCount('lambda text, count: text[: max(0, int(count))]'),
  right: withCount('lambda text, count: text[max(0, len(text) - max(0, int(count))) :]'),
  mid: lambda(
    'lambda text, start, count: text[max(1, int(start)) - 1 : max(0, max(1, int(start)) - 1 + int(count))]',
  ),
  length: lambda('len'),
  upper: lambda('str.upper'),
  lower: lambda('str.lower'),
  proper: (formula, call) => formula.each(call, formula.python.use('proper')),
  trim: lambda(`lambda text: re.sub(r"${WHITE_PYTHON}+", " ", text).strip(" ")`),
  replace: (formula, call) => {
    const [text, ...others] = call.args as [Typed, Typed, Typed];
    const [find, by] = others.map((arg) => {
      const value = written(arg);
      if (value === undefined) return `${formula.said(arg)}.fillna("")`;
      return value === null ? '""' : formula.said(arg);
    }) as [string, string];
    const what = 'lambda text, find, by: text.replace(find, by) if find else text';
    return formula.each(call, what, [formula.said(text), find, by]);
  },
  contains: lambda('lambda text, part: part in text'),
  starts_with: lambda('str.startswith'),
  ends_with: lambda('str.endswith'),
  split_part: (formula, call) => formula.each(call, formula.python.use('split_part')),
  email_domain: (formula, call) => formula.each(call, formula.python.use('email_domain')),
  to_number: (formula, call) => {
    const [of, decimal] = call.args as [Typed, Typed | undefined];
    if (of.kind !== 'text') return `${formula.said(of)}.astype(float)`;
    formula.python.use('number_from');
    const mark = formula.python.text(String(written(decimal) ?? '.'));
    return `${typedText(formula, call, `lambda text: number_from(text, ${mark})`)}.astype(float)`;
  },
  to_date: (formula, call) => {
    const [of, order] = call.args as [Typed, Typed | undefined];
    if (of.kind === 'date') return formula.said(of);
    formula.python.use('date_from');
    const first = formula.python.text(String(written(order) ?? 'ymd'));
    return `pd.to_datetime(${typedText(formula, call, `lambda text: date_from(text, ${first})`)})`;
  },
};
