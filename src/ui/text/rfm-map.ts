import type { RfmMap, Segmentation } from '../../engine/index';
import { count, fixed, inWords, inWordsCapital } from './format';

/** How many levels scores can have. */
export const LEVEL_CHOICES: readonly { value: string; label: string }[] = [
  { value: 'auto', label: 'as many as the number of customers carries' },
  { value: '3', label: '1 to 3' },
  { value: '4', label: '1 to 4' },
  { value: '5', label: '1 to 5' },
];

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
