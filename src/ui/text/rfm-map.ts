import type { RfmCell, RfmMap, Segmentation } from '../../engine/index';
import { moneyNoun } from './cards';
import { count, counted, fixed, inWords, inWordsCapital, money, number } from './format';
import { sharesInWords, wholeShares } from './shares';

/** How many levels scores can have. */
export const LEVEL_CHOICES: readonly { value: string; label: string }[] = [
  { value: 'auto', label: 'as proposed for so many customers' },
  { value: '3', label: '1 to 3' },
  { value: '4', label: '1 to 4' },
  { value: '5', label: '1 to 5' },
];

/** The same on the map, where the number that is meant by itself is known. */
export const levelsOffered = ({ auto, levels }: RfmMap): readonly { value: string; label: string }[] =>
  LEVEL_CHOICES.map(({ value, label }) =>
    value === 'auto' && auto ? { value, label: `1 to ${levels}, as proposed` } : { value, label },
  );

/** What is to be known of segments that were not found but cut. */
export const MAP_DEK = 'Cut by set limits of recency and frequency, not found among the customers.';

/** Why there are so many: the levels, the cells, the names, and how far apart these stand. */
export function mapWhy(
  { levels, auto, cells }: RfmMap,
  { customers, segments, silhouette }: Segmentation,
): string[] {
  const why = auto
    ? `${inWordsCapital(levels)} levels suit ${count(customers)} customers.`
    : `You chose ${inWords(levels)} levels.`;
  const named = segments.length === 1 ? 'one name has' : `${inWords(segments.length)} names have`;
  const apart =
    silhouette === null
      ? []
      : [
          `Silhouette ${fixed(silhouette, 2)}${silhouette <= APART ? ': neighbours run into each other' : ''}.`,
        ];
  return [
    why,
    `Each of the ${count(cells.length)} pairs of recency and frequency has a name; ${named} customers.`,
    ...apart,
  ];
}

/** Up to this silhouette there is no substantial structure (Kaufman and Rousseeuw 1990). */
const APART = 0.25;

export interface CellShares {
  customers: string;
  revenue: string | null;
}

/**
 * The shares of each cell, printed so that they add up, as those of the segments are; a cell that is all of a segment
 * prints what the segment does.
 */
export function cellShares(
  { cells }: RfmMap,
  segmentation: Pick<Segmentation, 'segments'>,
): ReadonlyMap<RfmCell, CellShares> {
  const customers = wholeShares(cells.map((cell) => cell.share));
  const known = cells.flatMap(({ revenueShare }) => (revenueShare === null ? [] : [revenueShare]));
  const revenue = known.length === cells.length ? wholeShares(known) : null;
  const said = sharesInWords(segmentation);
  const sizes = new Map(segmentation.segments.map(({ id, size }) => [id, size]));
  return new Map(
    cells.map((cell, i) => {
      const whole = cell.segment !== null && sizes.get(cell.segment) === cell.customers ? cell.segment : -1;
      return [
        cell,
        {
          customers: said.customers.get(whole) ?? customers[i]!,
          revenue: revenue && (said.revenue.get(whole) ?? revenue[i]!),
        },
      ];
    }),
  );
}

/** "The 21 % who score best in both bring 63 % of revenue." */
export function mapTitle(map: RfmMap, segmentation: Segmentation): string {
  const { cells, levels } = map;
  const best = cells.find(({ recency, frequency }) => recency === levels && frequency === levels);
  if (!best || best.customers === 0) return 'Nobody scores best in both recency and frequency';
  const { customers, revenue } = cellShares(map, segmentation).get(best)!;
  return revenue === null
    ? `${customers} of customers score best in both recency and frequency`
    : `The ${customers} who score best in recency and frequency bring ${revenue} of ${moneyNoun(segmentation)}`;
}

export const mapLine = (segmentation: Segmentation): string =>
  segmentation.money
    ? `Customers in each cell with their share; bar and figure at the right: its share of ${moneyNoun(segmentation)}`
    : 'Customers in each cell with their share';

/** Where limits are changed. */
export const LIMITS_NOTE = 'Limits of your own: in the recipe, in the step that scores.';

/** What the shares are shares of. */
export function mapNote(segmentation: Segmentation): string {
  const { customers, revenue, currency } = segmentation;
  const whole =
    revenue === null
      ? `Shares of ${counted(customers, 'customer')}.`
      : `Shares of ${counted(customers, 'customer')} and of ${money(revenue, currency ?? null)}.`;
  return `${whole} Customers with the same figure share a level.`;
}

/** Where a level of recency or frequency begins: "up to 29 days", "longer ago", "from 4 orders", "fewer"; "nobody". */
export function levelWords(map: RfmMap, measure: 'recency' | 'frequency', level: number): string {
  const { cells, limits, levels } = map;
  if (cells.every((cell) => cell[measure] !== level || cell.customers === 0)) return 'nobody';
  const days = measure === 'recency';
  if (level === 1) return days ? 'longer ago' : 'fewer';
  const limit = limits[measure][level - 2];
  if (limit == null) return '';
  const unit = level === levels ? ` ${days ? plural(limit, 'day') : plural(limit, 'order')}` : '';
  return `${days ? 'up to' : 'from'} ${number(limit, 1)}${unit}`;
}

const plural = (value: number, one: string) => (value === 1 ? one : `${one}s`);

/** All there is to a cell, for those who do not see it. */
export function cellWords(cell: RfmCell, shares: CellShares, segmentation: Segmentation): string {
  const worth = shares.revenue === null ? '' : `, ${shares.revenue} of ${moneyNoun(segmentation)}`;
  const who =
    cell.customers === 0
      ? 'nobody'
      : `${counted(cell.customers, 'customer')}, ${shares.customers}${worth}${spendersPart(cell)}`;
  return `Recency ${cell.recency}, frequency ${cell.frequency}: ${cell.name}, ${who}`;
}

const spendersPart = ({ bigSpenders }: RfmCell): string =>
  bigSpenders > 0 ? `, ${counted(bigSpenders, 'big spender')}` : '';

/** "807 of 890 are big spenders: 3 in money, from 1,077 up." */
export function spendersWords({ customers, bigSpenders }: RfmCell, { levels, limits }: RfmMap): string {
  const limit = limits.monetary[levels - 2];
  if (customers === 0 || limit == null) return '';
  const score = `${levels} in money, from ${money(limit)} up`;
  if (bigSpenders === 0) return `Nobody here is a big spender: ${score}.`;
  return `${count(bigSpenders)} of ${count(customers)} ${bigSpenders === 1 ? 'is a big spender' : 'are big spenders'}: ${score}.`;
}

const USUAL = [
  'Champions',
  'Loyal customers',
  'Potential loyalists',
  'New customers',
  'Promising',
  'Need attention',
  'About to sleep',
  'At risk',
  "Can't lose them",
  'Hibernating',
  'Lost',
];

/** Names a cell can take: those on the map, then the usual ones. */
export const nameChoices = ({ cells }: RfmMap): string[] => [
  ...new Set([...cells.map(({ name }) => name).reverse(), ...USUAL]),
];
