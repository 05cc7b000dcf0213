import type { Segmentation } from '../../engine/index';
import { inertiaPoints, mostGainedAfter } from '../charts/inertia';
import { count, fixed, inWords, inWordsCapital, share } from './format';
import { HOLDS } from './holds';
import { bicVoice, learntFromWords, lowestBic } from './mixtures';
import { bestSilhouette, numbersThatHold, topWords } from './verdict';

/** What one way of judging says about the number of segments. */
export interface Voice {
  name: string;
  says: string;
  because: string;
}

/** The bend, the redraws, the distances and the rest, each with its number; those not computed are left out. */
export function voices(segmentation: Segmentation): Voice[] {
  const lowest = lowestBic(segmentation);
  const curve = lowest ? (of: Segmentation) => bicVoice(of, lowest) : bend;
  const all = [curve, redrawn, distance, evenSpread, between, neighbours, smallest];
  return all.map((voice) => voice(segmentation)).filter((voice) => voice !== null);
}

function bend({ elbow, runs }: Segmentation): Voice {
  const name = 'The bend in the curve';
  if (elbow === null || elbow < 2)
    return { name, says: 'none', because: 'Each further segment explains about as much as the last.' };
  const gained = mostGainedAfter(inertiaPoints(runs), elbow);
  const because = gained === null ? '' : `A further segment explains at most ${share(gained)} more.`;
  return { name, says: inWords(elbow), because };
}

function redrawn(segmentation: Segmentation): Voice | null {
  const { runs, k } = segmentation;
  const known = runs.filter((run) => run.overlap !== null);
  if (known.length === 0) return null;
  const largest = Math.max(0, ...numbersThatHold(segmentation));
  const name = 'Holds when redrawn';
  const said = [...new Set([k, largest])].flatMap((number) => {
    const overlap = known.find((run) => run.k === number)?.overlap;
    return overlap == null ? [] : [`${share(overlap)} at ${inWords(number)}`];
  });
  const because = said.length === 0 ? `None reaches ${share(HOLDS)}.` : `Weakest overlap ${said.join(', ')}.`;
  return { name, says: largest < 2 ? 'none' : largest === 2 ? 'two' : `up to ${inWords(largest)}`, because };
}

function distance(segmentation: Segmentation): Voice | null {
  const best = bestSilhouette(segmentation);
  if (best === null) return null;
  const here = segmentation.runs.find((run) => run.k === segmentation.k)?.silhouette ?? null;
  const beside =
    best.k === segmentation.k || here === null ? '' : `, ${fixed(here, 2)} at ${inWords(segmentation.k)}`;
  const because = `Silhouette ${fixed(best.silhouette!, 2)} at ${inWords(best.k)}${beside}${best.k < segmentation.k ? '; it favours few' : ''}.`;
  return { name: 'Distance between groups', says: inWords(best.k), because };
}

function evenSpread({ runs, gapChoice, continuum, k }: Segmentation): Voice | null {
  if (gapChoice === null) return null;
  const said = [...new Set([1, k, gapChoice])].flatMap((number) => {
    const gap = runs.find((run) => run.k === number)?.gap;
    return gap == null ? [] : [`${fixed(gap, 2)} at ${inWords(number)}`];
  });
  const because = `Gap statistic ${said.join(', ')}${continuum ? '; no number tells more than one does' : ''}.`;
  return { name: 'Against an even spread', says: inWords(gapChoice), because };
}

function between({ runs, k }: Segmentation): Voice | null {
  const best = bestOf(runs, ({ calinskiHarabasz }) => calinskiHarabasz);
  if (best === null) return null;
  const beside = besideWords(runs, k, best.run.k, ({ calinskiHarabasz }) => calinskiHarabasz, 0);
  const because = `Calinski–Harabasz ${fixed(best.value, 0)} at ${inWords(best.run.k)}${beside}.`;
  return { name: 'Between groups against within', says: inWords(best.run.k), because };
}

function neighbours({ runs, k }: Segmentation): Voice | null {
  const best = bestOf(runs, ({ daviesBouldin }) => (daviesBouldin === null ? null : -daviesBouldin));
  if (best === null) return null;
  const beside = besideWords(runs, k, best.run.k, ({ daviesBouldin }) => daviesBouldin, 2);
  const because = `Davies–Bouldin ${fixed(-best.value, 2)} at ${inWords(best.run.k)}${beside}; less is better.`;
  return { name: 'Unlike its nearest group', says: inWords(best.run.k), because };
}

/** From this share on a segment is worth a campaign of its own (FACTS: at least one in a hundred). */
const WORTHWHILE = 0.01;

function smallest({ runs, k }: Segmentation): Voice | null {
  const here = runs.find((run) => run.k === k)?.smallest ?? null;
  if (here === null || k < 2) return null;
  const known = runs.filter((run) => run.k > 1 && run.smallest !== null);
  const large = known.filter((run) => run.smallest! >= WORTHWHILE).map((run) => run.k);
  const most = Math.max(0, ...large);
  const because = most >= 2 ? `At least ${share(WORTHWHILE)} each up to ${inWords(most)}.` : '';
  return { name: 'Smallest segment', says: share(here), because };
}

type Run = Segmentation['runs'][number];

/** The run in which the value is largest; null where fewer than two have one. */
function bestOf(
  runs: Segmentation['runs'],
  of: (run: Run) => number | null,
): { run: Run; value: number } | null {
  const known = runs.flatMap((run) => {
    const value = of(run);
    return value === null ? [] : [{ run, value }];
  });
  if (known.length < 2) return null;
  return known.reduce((best, one) => (one.value > best.value ? one : best));
}

function besideWords(
  runs: Segmentation['runs'],
  k: number,
  best: number,
  of: (run: Run) => number | null,
  digits: number,
): string {
  const run = runs.find((one) => one.k === k);
  const here = run === undefined || best === k ? null : of(run);
  return here === null ? '' : `, ${fixed(here, digits)} at ${inWords(k)}`;
}

/** What the marks on the scale mean. */
export function scaleWords(segmentation: Segmentation): string {
  const { elbow } = segmentation;
  const holding = numbersThatHold(segmentation);
  const marks = [
    elbow !== null && elbow >= 2 ? 'Filled: the bend.' : '',
    (lowestBic(segmentation)?.k ?? 1) >= 2 ? 'Filled: the lowest BIC.' : '',
    holding.length > 0 ? 'Ringed: these hold.' : '',
  ];
  return marks.filter((words) => words !== '').join(' ');
}

/** What the finest number that holds would set apart: "Five sets apart the best 8 % of customers, who bring …". */
export function gainWords(segmentation: Segmentation): string {
  const { k, runs } = segmentation;
  const holding = new Set(numbersThatHold(segmentation));
  const finer = runs.filter((run) => run.k > k && holding.has(run.k)).sort((a, b) => b.k - a.k)[0];
  const top = finer === undefined ? '' : topWords(segmentation, finer);
  return finer === undefined || top === '' ? '' : `${inWordsCapital(finer.k)} ${top}`;
}

/** How the judging was done: "Silhouette on 3,000 customers; overlaps from customers drawn again and again." */
export function voicesNote(segmentation: Segmentation): string {
  const { silhouetteSample, customers, runs } = segmentation;
  const sampled =
    silhouetteSample < customers ? `a sample of ${count(silhouetteSample)}` : `all ${count(customers)}`;
  const silhouette = silhouetteSample > 0 ? `Silhouette on ${sampled} customers` : '';
  const overlaps = runs.some((run) => run.overlap !== null)
    ? 'overlap is how much of a segment comes back when customers are redrawn'
    : '';
  const note = [silhouette, overlaps, learntFromWords(segmentation)]
    .filter((words) => words !== '')
    .join('; ');
  return note === '' ? '' : `${note.charAt(0).toUpperCase()}${note.slice(1)}.`;
}
