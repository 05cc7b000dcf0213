import type { BooleanColumn, Column, DateColumn, NumberColumn, TextColumn } from '../../table/columns';
import { mostFrequent, tallyOf, type Tally } from '../../table/tally';
import type { Work } from '../../work';
import { booleanFacts, codeCounts, topTexts } from '../category-facts';
import { dateSummary } from './date-summary';
import { histogramOf } from './histogram-of';
import { imbalanceOf } from './imbalance';
import { numberSummary } from './number-summary';
import type { ColumnOverview, ColumnPicture } from './overview-of';
import { textSummary } from './text-summary';
import { CATEGORIES, FEW_NUMBERS, MOST_BARS } from './thresholds';
import { timePicture } from './time-picture';

/** What the cells of a column say, whatever its name. */
export type KindOverview = Omit<ColumnOverview, 'name' | 'kind' | 'role' | 'identifier' | 'rows'>;

const NONE = { numbers: null, dates: null, texts: null };
const NO_PICTURE: ColumnPicture = { shape: 'none' };

/** One column in full. Blanks are skipped and counted; exact over all rows, in passes that breathe. */
export function kindOverview(column: Column, work: Work): Promise<KindOverview> {
  switch (column.kind) {
    case 'number':
      return ofNumbers(column, work);
    case 'date':
      return ofDates(column, work);
    case 'text':
      return ofTexts(column, work);
    case 'boolean':
      return ofBooleans(column, work);
  }
}

async function ofNumbers({ values }: NumberColumn, work: Work): Promise<KindOverview> {
  const tally = await tallyOf(values, work);
  const numbers = numberSummary(tally);
  const distinct = tally.values.length;
  const bars = () =>
    Array.from(tally.values, (value, i) => ({ value: String(value), count: tally.counts[i]! }));
  const picture = (): ColumnPicture =>
    distinct <= FEW_NUMBERS ? { shape: 'bars', bars: bars(), others: 0 } : histogramOf(tally, numbers!);
  return { ...NONE, ...counted(tally), numbers, picture: numbers ? picture() : NO_PICTURE };
}

async function ofDates({ values, hasTime }: DateColumn, work: Work): Promise<KindOverview> {
  const tally = await tallyOf(values, work);
  const dates = dateSummary(tally, hasTime);
  return { ...NONE, ...counted(tally), dates, picture: dates ? timePicture(tally) : NO_PICTURE };
}

function counted(tally: Tally) {
  const distinct = tally.values.length;
  return {
    missing: tally.missing,
    distinct,
    frequent: distinct > 1 && distinct === tally.present ? [] : mostFrequent(tally, MOST_BARS),
    imbalance: imbalanceOf(tally.counts),
  };
}

async function ofTexts(column: TextColumn, work: Work): Promise<KindOverview> {
  const counts = await codeCounts(column, work);
  const { present, distinct } = usedOf(counts);
  const frequent = distinct > 1 && distinct === present ? [] : topTexts(column, counts, MOST_BARS);
  const shown = frequent.reduce((sum, { count }) => sum + count, 0);
  return {
    ...NONE,
    missing: column.length - present,
    distinct,
    texts: textSummary(column.dictionary, counts),
    frequent,
    imbalance: distinct <= CATEGORIES ? imbalanceOf(counts.filter((count) => count > 0)) : null,
    picture: present > 0 ? { shape: 'bars', bars: frequent, others: present - shown } : NO_PICTURE,
  };
}

function usedOf(counts: Uint32Array): { present: number; distinct: number } {
  let [present, distinct] = [0, 0];
  for (let code = 0; code < counts.length; code++) {
    if (counts[code] === 0) continue;
    present += counts[code]!;
    distinct++;
  }
  return { present, distinct };
}

async function ofBooleans(column: BooleanColumn, work: Work): Promise<KindOverview> {
  const { missing, distinct, histogram } = await booleanFacts(column, work);
  const bars = histogram.map((count, at) => ({ value: column.spelling[at as 0 | 1], count }));
  const frequent = bars.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return {
    ...NONE,
    missing,
    distinct,
    frequent,
    imbalance: imbalanceOf(Uint32Array.from(histogram).filter((count) => count > 0)),
    picture: distinct > 0 ? { shape: 'bars', bars, others: 0 } : NO_PICTURE,
  };
}
