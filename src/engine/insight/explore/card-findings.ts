import type { Role } from '../../table/meta';
import type { ExploreFinding } from './finding';
import type { ColumnOverview, NumberSummary } from './overview-of';
import {
  ALMOST_UNIQUE,
  CATEGORIES,
  ENOUGH_CELLS,
  FAR_AT_LEAST,
  FAR_OUT,
  FAR_SHARE,
  FEW_NUMBERS,
  IMBALANCED,
  LONG_TAIL,
  MISSING_MUCH,
  MOSTLY_MISSING,
  MOSTLY_ONE,
  SKEW_ERRORS,
  SKEWED,
} from './thresholds';

/** Columns whose values are meant to be many: they name somebody or something. */
const NAMING = new Set<Role | null>(['customer', 'order', 'email', 'phone', 'name', 'product']);
/** Columns without which customers cannot be told apart or orders be added up. */
const NEEDED = new Set<Role | null>(['customer', 'order', 'date', 'amount', 'quantity', 'price', 'recency', 'frequency', 'monetary']); // prettier-ignore

export const namesThings = ({ role, identifier }: ColumnOverview): boolean => identifier || NAMING.has(role);

/** What one card says by itself. */
export function cardFindings(card: ColumnOverview): ExploreFinding[] {
  if (card.rows === 0) return [];
  // One row alone cannot be told from another.
  if (card.rows === 1 && card.missing === 0) return [];
  if (card.distinct < 2) return [constant(card)];
  const looks = [missingMuch, uniqueOrMany, imbalance, skew, outliers, gap];
  return looks.flatMap((look) => look(card) ?? []);
}

type Found = Omit<ExploreFinding, 'columns' | 'picture'> & Partial<Pick<ExploreFinding, 'picture'>>;

const of = ({ name }: ColumnOverview, found: Found): ExploreFinding => ({
  columns: [name],
  picture: { of: 'column', column: name },
  ...found,
});

function constant(card: ColumnOverview): ExploreFinding {
  const [one] = card.frequent;
  const min = card.numbers?.min ?? card.dates?.min ?? null;
  return of(card, {
    kind: 'constant',
    figures: {
      value: one?.value ?? min,
      missing: card.missing,
      share: card.missing / card.rows,
    },
    severity: 2,
    weight: 1,
    ...(!NEEDED.has(card.role) && { remedy: removing(card) }),
  });
}

const removing = ({ name }: ColumnOverview) => ({ op: 'remove-columns', params: { columns: [name] } });

function missingMuch(card: ColumnOverview): ExploreFinding | null {
  const share = card.missing / card.rows;
  if (share <= MISSING_MUCH) return null;
  const remedy = remedyOfBlanks(card, share);
  return of(card, {
    kind: 'missing-much',
    figures: { missing: card.missing, share },
    severity: NEEDED.has(card.role) ? 1 : 2,
    weight: share,
    picture: { of: 'missing' },
    ...(remedy && { remedy }),
  });
}

function remedyOfBlanks(card: ColumnOverview, share: number): ExploreFinding['remedy'] {
  const columns = [card.name];
  if (NEEDED.has(card.role)) return { op: 'drop-missing', params: { columns } };
  if (share > MOSTLY_MISSING) return removing(card);
  if (card.kind === 'number') return { op: 'fill-missing', params: { columns, with: 'median' } };
  const isCategory = card.kind === 'text' && card.distinct <= CATEGORIES && !namesThings(card);
  if (isCategory) return { op: 'fill-missing', params: { columns, with: 'constant', value: 'Unknown' } };
  return undefined;
}

function uniqueOrMany(card: ColumnOverview): ExploreFinding | null {
  const present = card.rows - card.missing;
  if (namesThings(card) || NEEDED.has(card.role) || present < ENOUGH_CELLS) return null;
  const share = card.distinct / present;
  // Measures differ from row to row as a matter of course; whole numbers of which none stands twice count something.
  const unique = card.kind === 'text' ? share >= ALMOST_UNIQUE : card.numbers?.whole === true && share === 1;
  if (unique)
    return of(card, {
      kind: 'almost-unique',
      figures: { distinct: card.distinct, share },
      severity: 3,
      weight: share,
    });
  if (card.kind !== 'text' || card.distinct <= CATEGORIES) return null;
  const [most] = card.frequent;
  const [value, ofMost] = [most?.value ?? null, (most?.count ?? 1) / present];
  return of(card, {
    kind: 'high-cardinality',
    figures: { distinct: card.distinct, share: ofMost, value },
    severity: 3,
    weight: 1 - CATEGORIES / card.distinct,
  });
}

function imbalance(card: ColumnOverview): ExploreFinding | null {
  const isCategory = card.kind === 'text' || card.kind === 'boolean' || card.distinct <= FEW_NUMBERS;
  const [most] = card.frequent;
  if (!isCategory || card.imbalance === null || card.imbalance <= IMBALANCED || !most) return null;
  const share = most.count / (card.rows - card.missing);
  const figures = { value: most.value, count: most.count, share, distinct: card.distinct };
  return of(card, { kind: 'imbalance', figures, severity: 3, weight: card.imbalance });
}

/** Numbers that say how much, not who or which. */
export function isMeasure(card: ColumnOverview): boolean {
  const enough = card.rows - card.missing >= ENOUGH_CELLS && card.distinct > FEW_NUMBERS;
  return card.numbers !== null && enough && !namesThings(card);
}

function skew(card: ColumnOverview): ExploreFinding | null {
  const { skewness, mean, quantiles, min } = card.numbers ?? {};
  if (!isMeasure(card) || typeof skewness !== 'number' || !quantiles) return null;
  const error = Math.sqrt(6 / (card.rows - card.missing));
  if (!(Math.abs(skewness) > Math.max(SKEWED, SKEW_ERRORS * error))) return null;
  const [, , median, , p95] = quantiles;
  const canLog = skewness > 0 && min! >= 0;
  return of(card, {
    kind: 'skew',
    figures: { skewness, median, mean: mean!, p95 },
    severity: 3,
    weight: 1 - 1 / (1 + Math.abs(skewness)),
    ...(canLog && { remedy: { op: 'transform', params: { columns: [card.name], with: 'log1p' } } }),
  });
}

function outliers(card: ColumnOverview): ExploreFinding | null {
  if (!isMeasure(card)) return null;
  const { below, above, lowFence, highFence, far } = card.numbers!.outliers;
  const present = card.rows - card.missing;
  if ((card.frequent[0]?.count ?? 1) > MOSTLY_ONE * present) return null;
  if (lowFence === highFence || far < FAR_AT_LEAST || far <= FAR_SHARE * present) return null;
  const count = below + above;
  const share = count / present;
  const figures = { count, below, above, lowFence, highFence, far, share, ...limitsOf(card.numbers!) };
  if (share > LONG_TAIL) return of(card, { kind: 'outliers', figures, severity: 3, weight: share });
  return of(card, {
    kind: 'outliers',
    figures,
    severity: 2,
    weight: Math.min(1, share),
    remedy: { op: 'outliers', params: { columns: [card.name], by: 'iqr', beyond: FAR_OUT, act: 'cap' } },
  });
}

/** Where the remedy brings what lies far out; null on a side where nothing does. */
function limitsOf({ min, max, quantiles: [, p25, , p75] }: NumberSummary) {
  const [low, high] = [p25 - FAR_OUT * (p75 - p25), p75 + FAR_OUT * (p75 - p25)];
  return { lowLimit: min < low ? low : null, highLimit: max > high ? high : null };
}

function gap(card: ColumnOverview): ExploreFinding | null {
  const { dates, name } = card;
  if (!dates?.gap) return null;
  return of(card, {
    kind: 'gap',
    figures: { ...dates.gap },
    severity: 2,
    weight: Math.min(1, (dates.gap.days * 86_400_000) / Math.max(1, dates.max - dates.min)),
    picture: { of: 'time', date: name, measure: null, unit: 'day' },
  });
}
