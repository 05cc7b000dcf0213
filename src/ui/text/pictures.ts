import type { Box, FeatureSummary, Segmentation, SegmentProfile } from '../../engine/index';
import { farthestApart, farthestApartNumbers, MOST_LINES, spreadOn } from '../charts/profile-lines';
import { hasLongTail, MOST_BOXES } from '../charts/box-plots';
import { segmentLetter } from '../parts/segment-letter';
import { isLastOrder, typical } from './cards';
import { withinSentence } from './in-sentence';
import { count, fixed, figure, inUnit, inWords, listed, number, share, short } from './format';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
// A name of two parts would read like a list.
const called = ({ id, name }: SegmentProfile): string =>
  name.includes(',') ? `segment ${segmentLetter(id)}` : name;

/** Which letter is which segment, for pictures that leave the page. */
export const lettersNote = ({ segments }: Segmentation): string =>
  `${listed(segments.map(({ id, name }) => `${segmentLetter(id)} ${name.includes(',') ? `“${name}”` : name}`))}.`;

/** "+1 sd", "average". */
export const deviationTick = (deviations: number): string =>
  deviations === 0 ? 'average' : `${deviations > 0 ? '+' : ''}${fixed(deviations, 0)}\u00a0sd`;

/** "+1.3 sd". */
export const positionText = (deviations: number): string =>
  `${deviations > 0 ? '+' : ''}${fixed(deviations, 2)}\u00a0sd`;

/** "Segments lie farthest apart in orders, closest in days since the last order". */
export function profileTitle(segmentation: Segmentation): string {
  const ordered = farthestApart(segmentation, Infinity);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first) return 'How the segments lie';
  const far = `Segments lie farthest apart in ${withinSentence(first.label)}`;
  if (!last || first === last) return `Segments lie apart in ${withinSentence(first.label)}`;
  return spreadOn(first, segmentation) - spreadOn(last, segmentation) < 0.1
    ? `Segments lie about as far apart in all ${inWords(ordered.length)} columns`
    : `${far}, closest in ${withinSentence(last.label)}`;
}

export const PROFILE_LINE =
  'Mean of each segment in standard deviations (sd) from that of all customers, on the scale they were grouped by';

const someOf = (shown: number, all: number): string =>
  shown < all
    ? `${capital(inWords(shown))} of ${count(all)} columns are drawn, those on which segments lie farthest apart; the table has all.`
    : '';

export const profileNote = ({ features }: Segmentation): string => someOf(MOST_LINES, features.length);

/** "Spent: half of Champions lie between 1,932 and 5,600, half of all customers between 305 and 1,660". */
export function boxesTitle(segmentation: Segmentation): string {
  const [feature] = farthestApartNumbers(segmentation, 1);
  const best = segmentation.segments.find(({ size }) => size > 0);
  const box = feature && best?.boxes[feature.column];
  if (!feature || !best || !box) return 'How values spread';
  const between = ({ lower, upper }: Box) => `${typical(lower, feature)} and ${typical(upper, feature)}`;
  return `${boxLabel(feature, segmentation)}: half of ${called(best)} lie between ${between(box)}, half of all between ${between(feature.box)}`;
}

export const BOXES_LINE =
  'Boxes hold the middle half of the customers, with the median as a line; whiskers reach 1.5 boxes further at most';

export function boxesNote(segmentation: Segmentation): string {
  const drawn = farthestApartNumbers(segmentation, MOST_BOXES);
  const beyond = drawn.reduce((sum, { column }) => sum + beyondOn(column, segmentation), 0);
  return [
    drawn.some(hasLongTail) ? 'Columns with a long tail are drawn on a log scale.' : '',
    beyond > 0 ? `${count(beyond)} values beyond the whiskers are not drawn.` : '',
    someOf(MOST_BOXES, farthestApartNumbers(segmentation, Infinity).length),
    farthestApartNumbers(segmentation, Infinity).length < segmentation.features.length
      ? 'Columns of yes and no are left out.'
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const beyondOn = (column: string, { segments }: Segmentation): number =>
  segments.reduce((sum, { boxes }) => sum + (boxes[column]?.beyond ?? 0), 0);

/** A column in the words of the picture: days since the last order as the table of customers calls them. */
export const boxLabel = (feature: FeatureSummary, segmentation: Segmentation): string =>
  isLastOrder(feature, segmentation) ? 'Days before end' : feature.label;

/** A value on an axis: short, with its unit. */
export const axisValue = (value: number, { unit }: FeatureSummary): string =>
  unit === '%'
    ? figure(value, unit, 0)
    : inUnit(
        Math.abs(value) >= 1000 ? short(value).replace(/\.0+(?=\D|$)/, '') : number(value, 2),
        unit ?? null,
      );

/** "Champions: half between 6 and 14, median 10". */
export const boxWords = (name: string, feature: FeatureSummary, { lower, median, upper }: Box): string =>
  `${name}: half between ${typical(lower, feature)} and ${typical(upper, feature)}, median ${typical(median, feature)}`;

/** From this score on a customer is nearer to its own segment. */
const AT_HOME = 0;

/** "93 of 100 customers are nearer to their own segment than to any other". */
export function silhouetteTitle({ segments, silhouettes }: Segmentation): string {
  if (!silhouettes) return 'How far apart the segments stand';
  const whole = segments.reduce((sum, { size }) => sum + size, 0);
  const home = segments.reduce((sum, { id, size }) => {
    const own = [...silhouettes.scores].filter((_, i) => silhouettes.segment[i] === id);
    const share = own.filter((score) => score > AT_HOME).length / (own.length || 1);
    return sum + share * size;
  }, 0);
  return `${capital(share(home / whole))} of customers are nearer to their own segment than to any other`;
}

export const SILHOUETTE_LINE =
  'One bar is one customer: 1 is wholly at home, 0 on the border to the next segment, below 0 nearer to that one (silhouette)';

export function silhouetteNote({ silhouettes, customers }: Segmentation): string {
  if (!silhouettes) return '';
  const drawn = silhouettes.scores.length;
  const shown =
    drawn < customers
      ? `${count(drawn)} of ${count(customers)} customers are drawn, evenly from each segment and at least 50 of it`
      : `All ${count(customers)} customers are drawn`;
  const against =
    silhouettes.against < customers ? `, measured against ${count(silhouettes.against)} drawn likewise` : '';
  return `${shown}${against}. The line in each segment is its mean.`;
}

export const scoreText = (score: number): string => fixed(score, 2);
export const silhouetteWords = (name: string, mean: number): string =>
  `${name}: ${fixed(mean, 2)} on average`;
