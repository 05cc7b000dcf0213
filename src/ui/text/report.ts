import type { RecipeStep, ReportView } from '../../engine/index';
import type { ReportContent } from '../report/report-content';
import { bytes, counted, inWordsCapital, listed, month } from './format';
import { describeStep } from './steps';
import { verdict, type Verdict } from './verdict';

/** "Dec 2010 to Dec 2011"; one month is said once. */
const months = (from: number, to: number, word: string): string =>
  month(from) === month(to) ? month(to) : `${month(from)} ${word} ${month(to)}`;

/** "orders.csv · Dec 2010 to Dec 2011". */
export const reportAbout = (file: string, { from, to }: Pick<ReportView, 'from' | 'to'>): string =>
  from === null || to === null ? file : `${file} · ${months(from, to, 'to')}`;

/** What was done with groups that could point at a person; empty where there are none. */
export function smallGroupsNote({ merged, leftOut }: Pick<ReportView, 'merged' | 'leftOut'>): string {
  if (merged > 0)
    return `${inWordsCapital(merged)} ${merged === 1 ? 'segment' : 'segments'} of fewer than ten customers each ${merged === 1 ? 'stands' : 'stand together'} as Others. How sure the segments are was measured with these by themselves.`;
  if (leftOut > 0)
    return `${inWordsCapital(leftOut)} ${leftOut === 1 ? 'segment' : 'segments'} of fewer than ten customers ${leftOut === 1 ? 'is' : 'are'} left out and ${leftOut === 1 ? 'counts' : 'count'} in no figure: averages and shares are of the customers shown.`;
  return '';
}

/** The finding; where segments are left out it says so, and nothing of what they bring. */
export function reportVerdict(
  view: Pick<ReportView, 'segmentation' | 'leftOut'>,
): Pick<Verdict, 'headline' | 'dek'> {
  const { segmentation, leftOut } = view;
  if (leftOut === 0) {
    const { headline, dek } = verdict(segmentation);
    return { headline, dek: dek.replace(/^They (?:mostly )?hold\./, heldWords) };
  }
  const all = segmentation.segments.length + leftOut;
  const small =
    all === 1
      ? 'It has fewer than ten customers and is not shown.'
      : leftOut === 1
        ? 'One, of fewer than ten customers, is not shown.'
        : `${inWordsCapital(leftOut)}, of fewer than ten customers, are not shown.`;
  const { customers } = segmentation;
  return {
    headline: `${inWordsCapital(all)} ${all === 1 ? 'segment' : 'segments'}. ${small}`,
    dek:
      customers === 0
        ? 'There is nothing to tell without pointing at persons.'
        : `All that follows is of the ${counted(customers, 'other customer')}. What ${leftOut === 1 ? 'the small one brings' : 'the small ones bring'} may be much or little.`,
  };
}

/** What holds, for somebody who has this page alone; the shares are those from which that is said. */
const heldWords = (held: string): string =>
  `${held.slice(0, -1)}: when customers are drawn again by chance and grouped anew, at least ${held.includes('mostly') ? '75' : '85'}\u00a0% of each segment comes back.`;

/** How the number was judged rests on everybody, so it is not told where segments are left out. */
export const COUNT_NOT_TOLD =
  'How the number was judged, and how sure each segment is, rests on all customers, those left out too, so these figures are not in this report.';
export const EFFECT_NOT_TOLD =
  'How many rows and customers each step leaves is not told: those left out could be counted from it.';

export const PRIVACY_NOTE =
  'This report holds sums, means and medians only. Groups of fewer than ten customers are merged or left out, bars of fewer than ten are not drawn, dates are given by month, and no customer is named. It was put together in a browser tab.';

/** The file, its dates, the day counted to. */
export function dataWords({
  file,
  view,
  setAside,
}: Pick<ReportContent, 'file' | 'view' | 'setAside'>): string[] {
  const { segmentation, from, to, unsureDates } = view;
  const { referenceDate, customers, grain } = segmentation;
  const dates = from === null || to === null ? '' : ` Dates are of ${months(from, to, 'to')}.`;
  const rows = grain === 'orders' ? 'one row per order line' : 'one row per customer';
  const counting = referenceDate === null ? '' : ` Days are counted to a day in ${month(referenceDate)}.`;
  return [
    `${file}, ${rows}; ${counted(customers, 'customer')} are in the segments of this report.${dates}${counting}`,
    ...(setAside > 0 ? [onlyReturned(setAside)] : []),
    ...(unsureDates.length > 0
      ? [`Nothing in the file says whether the day or the month comes first in ${listed(unsureDates)}.`]
      : []),
  ];
}

const FEW = 10;

/** How many there are is not told where they are few, as of segments. */
const onlyReturned = (customers: number): string =>
  `${customers < FEW ? 'Fewer than ten customers' : counted(customers, 'customer')} who only returned are set aside: they are in no segment.`;

export function repeatWords({
  version,
  seed,
  file,
}: Pick<ReportContent, 'version' | 'seed' | 'file'>): string[] {
  const seeded = seed === null ? '' : ` Draws by chance start from seed ${seed}.`;
  return [
    `Open ${file} in Tessera ${version} and apply the recipe of this work (Export, Next month, Download recipe): the same file gives the same segments, whatever the order of its rows.${seeded}`,
  ];
}

/** Steps whose own sentence is about columns and days, never about a cell. */
const OWN_SENTENCE = new Set([
  'drop-duplicates',
  'drop-missing',
  'rfm',
  'aggregate',
  'customer-value',
  'days-since',
  'transform',
  'scale',
  'segment',
]);

/** "…, to 10 Dec 2011" reads "…, to Dec 2011": the last day may be one customer's. */
const withoutDay = (sentence: string): string => sentence.replace(/, to \d{1,2} (\p{L}+ \d{4})$/u, ', to $1');

/** A step as a report tells it: what it looks for in cells could be a customer, so it stays in the recipe. */
export function reportSentence({ op, params }: RecipeStep, own: string | null): string {
  if (op === 'formula') return `Calculate ${String(params['as'])} by a formula`;
  if (op === 'replace-text') return 'Replace text in some columns';
  return own !== null && OWN_SENTENCE.has(op) ? withoutDay(own) : describeStep({ op, params });
}

export const REPORT_INTRO =
  'One file for colleagues, to read on a screen or to print: the finding, a page for each segment, how it was made. Sums and medians only; no customer can be told from it, and it opens without a network.';
export const TITLE_HINT = 'Stands on the first page.';
export const PREVIEW_LABEL = 'Preview of the report';
export const MAKING_FAILED = 'The report could not be drawn. Reload the page to try again.';

/** "Customer segments of orders". */
export const reportTitle = (file: string): string => `Customer segments of ${file.replace(/\.[^.]+$/, '')}`;

/** "One HTML file, 212 kB, with 5 parts." */
export function reportSize({ segments, differences, method }: ReportContent, size: number): string {
  const parts = 1 + segments.size + Number(differences) + Number(method);
  return `One HTML file, ${bytes(size)}, ${counted(parts, 'part')}; each begins a sheet when printed.`;
}
