import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { registry } from '../../recipe/registry';
import type { Work } from '../../work';
import type { Understanding } from '../understanding';
import { automaticSteps, columnsRead } from './columns-read';
import { constantColumns } from './constant-columns';
import { copiedColumns } from './copied-columns';
import { extraBlanks } from './extra-blanks';
import { fromFindings } from './from-findings';
import { impossibleYears } from './impossible-years';
import { missingCells } from './missing-cells';
import { mixedCase } from './mixed-case';
import { mixedForms } from './mixed-forms';
import { nearSpellings } from './near-spellings';
import { numberedNames } from './numbered-names';
import { oddCategories } from './odd-categories';
import { placeholders } from './placeholders';
import { returns } from './returns';
import { isSafe, whyOf } from './safety';
import type { Draft, Effect, Look, Studied, Suggestion } from './suggestion';
import { testOrders } from './test-orders';

const LOOKS: readonly Look[] = [
  fromFindings,
  testOrders,
  placeholders,
  impossibleYears,
  numberedNames,
  missingCells,
  oddCategories,
  extraBlanks,
  mixedForms,
  mixedCase,
  nearSpellings,
  returns,
  copiedColumns,
  constantColumns,
];

/** What a standard form settles, too. */
const SPELLINGS: ReadonlySet<string> = new Set(['near-spelling', 'mixed-case']);

/** What may make a result wrong comes first, what is a matter of taste last. */
const WORST_FIRST = [
  'repeated-key', 'number-as-text', 'date-as-text', 'numbered-name', 'future-date', 'test-orders', 'copies',
  'placeholder', 'impossible-birth', 'impossible-age', 'blank', 'near-copies', 'free', 'returns', 'wrongly-decoded',
  'mixed-forms', 'near-spelling', 'odd-categories', 'ids-end-in-zero', 'extra-blanks', 'blanks-at-ends', 'blanks-within', 'mixed-case', 'mostly-blank',
  'copied-column', 'constant',
]; // prettier-ignore

/**
 * What may be cleaned in a table, each with the step that does it and what that changes, counted; worst first. Only
 * steps that there are and that the table allows.
 * @param own how many steps of the person's own stand before the automatic ones
 * @param today in ms; nothing is said of the future without it
 * @throws Stopped
 */
export async function suggestionsOf(
  table: ColumnTable,
  understanding: Understanding,
  own: number,
  today: number | null,
  work: Work,
): Promise<Suggestion[]> {
  const steps = automaticSteps(understanding, own);
  const studied: Studied = { table, understanding, read: columnsRead(understanding, steps), today, work };
  const drafts: Draft[] = [];
  for (const look of LOOKS) drafts.push(...(await look(studied)));
  const inForms = new Set(drafts.flatMap(({ code, columns }) => (code === 'mixed-forms' ? columns : [])));
  const usable = drafts.filter(({ code, columns, step }) => {
    if (SPELLINGS.has(code) && inForms.has(columns[0]!)) return false;
    const known = registry.get(step.op);
    return known !== undefined && v.is(known.params, step.params);
  });
  const reasons = await whyOf(usable, steps, studied);
  const all = usable.map((draft, at) => whole(draft, reasons[at]!, understanding));
  return all.sort((a, b) => rank(a) - rank(b) || sizeOf(b.effect) - sizeOf(a.effect));
}

const rank = ({ code }: Suggestion): number => WORST_FIRST.indexOf(code);

const sizeOf = ({ rows, cells, columns }: Effect): number => rows + cells + columns;

function whole(
  { code, columns, about, step, effect, details = {} }: Draft,
  why: Suggestion['why'],
  { report, columns: all }: Understanding,
): Suggestion {
  const counted = { rows: 0, cells: 0, columns: 0, ...effect };
  const of = counted.columns > 0 ? all.length : report.rows * (counted.rows > 0 ? 1 : columns.length);
  return {
    id: [code, columns.join(), ...(about === undefined ? [] : [about])].join(':'),
    code,
    columns,
    effect: counted,
    share: sizeOf(counted) / Math.max(1, of),
    details,
    step,
    safe: isSafe(why),
    why,
  };
}
