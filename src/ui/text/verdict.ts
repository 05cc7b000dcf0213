import type { FeatureSummary, KRun, RfmMap, Segmentation, SegmentProfile } from '../../engine/index';
import { counted as howMany, date, inWords, inWordsCapital, listed, share } from './format';
import { moneyNoun } from './cards';
import { withinSentence } from './in-sentence';
import { bicReasons, lowestBic, standsApart, sureSentence } from './mixtures';
import { RULES_DEK, rulesWhy } from './own-rules';
import { MAP_DEK, mapWhy } from './rfm-map';
import { bestBeyondOthers } from './worth-apart';
import { HOLDS, holds } from './holds';
import { tooFewSentence } from './too-few';
import { noSegments } from './no-segments';
import { apartSentence, asFound, editedWords } from './segment-changes';
import { sharesInWords } from './shares';
import { isAllSpent, spentWithin } from './spending';
import { TREE_WHY, treeSentence } from './tree';

/** The finding of the Segments screen, and what stands behind it. */
export interface Verdict {
  headline: string;
  /** How sure: "They hold."; empty where the overlaps are not known yet. */
  dek: string;
  /** A larger number that holds too, for a button. */
  alternative: { k: number; sentence: string } | null;
  /** The question the disclosure asks; null where there is nothing to explain. */
  question: string | null;
  why: readonly string[];
}

const FIRM = 0.85;
const SHAKY = 0.6;
/** "4,339 customers · counted to 10 Dec 2011". */
export const kicker = ({ customers, referenceDate }: Segmentation): string =>
  referenceDate === null
    ? `${howMany(customers, 'customer')}, one row each`
    : `${howMany(customers, 'customer')} · counted to ${date(referenceDate)}`;

export function verdict(segmentation: Segmentation): Verdict {
  if (segmentation.map) return mapVerdict(segmentation, segmentation.map);
  if (segmentation.rules) return rulesVerdict(segmentation);
  if (segmentation.segments.length < 2) return noSegments(segmentation);
  const dek = [
    holdsSentence(segmentation),
    sureSentence(segmentation),
    apartSentence(segmentation),
    treeSentence(segmentation),
  ]
    .filter(Boolean)
    .join(' ');
  const said = { headline: headline(segmentation), dek };
  const found = asFound(segmentation);
  const question = `Why ${inWords(segmentation.edited ? segmentation.k : found.k)}?`;
  if (segmentation.edited) return { ...said, alternative: null, question, why: [editedWords(found.k)] };
  return { ...said, question, ...numberWords(found) };
}

/** Why the number that was found, and a larger one that would hold too. */
function numberWords(segmentation: Segmentation): Pick<Verdict, 'alternative' | 'why'> {
  const finer = finestThatHolds(segmentation);
  return {
    alternative: finer && { k: finer.k, sentence: `${inWordsCapital(finer.k)} would hold too.` },
    why: [
      ...bendWords(segmentation),
      ...finerWords(segmentation, finer),
      ...silhouetteWords(segmentation),
      ...gapWords(segmentation),
      ...(segmentation.tree ? [TREE_WHY] : []),
    ],
  };
}

function rulesVerdict(segmentation: Segmentation): Verdict {
  const { k, segments } = segmentation;
  return {
    headline:
      segments.length === 1
        ? `One segment: ${segments[0]!.name}.`
        : (madeByHand(segmentation) ?? headline(segmentation)),
    dek: RULES_DEK,
    alternative: null,
    question: `Why ${inWords(k)}?`,
    why: rulesWhy(segmentation),
  };
}

/** Of one segment made beside everyone else: it is what the person wants to hear of. */
function madeByHand(segmentation: Segmentation): string | null {
  const { segments, rules, money } = segmentation;
  const own = segments.find(({ name }) => name !== rules?.others);
  if (rules?.rules.length !== 1 || segments.length !== 2 || !own) return null;
  const { customers, revenue } = sharesInWords(segmentation);
  const brings =
    money && own.revenueShare !== null
      ? `bring ${revenue.get(own.id)} of ${moneyNoun(segmentation)}`
      : 'are in it';
  return `Two segments. ${own.name}: ${customers.get(own.id)} of customers ${brings}.`;
}

function mapVerdict(segmentation: Segmentation, map: RfmMap): Verdict {
  const { k, segments } = segmentation;
  return {
    headline: segments.length === 1 ? `One segment: ${segments[0]!.name}.` : headline(segmentation),
    dek: MAP_DEK,
    alternative: null,
    question: `Why ${inWords(k)}?`,
    why: mapWhy(map, segmentation),
  };
}

function headline(segmentation: Segmentation): string {
  const { k, segments, money, continuum } = segmentation;
  if (continuum)
    return `${inWordsCapital(k)} ${money ? 'value tiers' : 'slices'}, not natural groups. Useful cuts in one long slope.`;
  const counted = `${inWordsCapital(k)} segments`;
  if (money && segments[0]!.revenueShare !== null) {
    const best = bestBeyondOthers(segments);
    if (best === null) return `${counted}, close in worth. ${apartMost(segmentation, 1)}`;
    const { customers, revenue } = sharesInWords(segmentation);
    return `${counted}. ${customers.get(best.id)} of customers bring ${revenue.get(best.id)} of ${moneyNoun(segmentation)}.`;
  }
  return `${counted}. ${apartMost(segmentation, 2)}`;
}

/** "Age and income set them apart most." */
function apartMost({ features, segments, grain }: Segmentation, most: number): string {
  const spread = (column: string) =>
    segments.reduce((sum, segment) => sum + segment.share * (segment.deviations[column] ?? 0) ** 2, 0);
  const widest = [...features].sort((a, b) => spread(b.column) - spread(a.column)).slice(0, most);
  const [first = '', ...others] = widest.map((feature) => featureWords(feature, grain));
  const named = listed([first, ...others.map(withinSentence)]);
  const several = widest.length > 1 || PLURAL.test(first);
  return `${named} ${several ? 'set' : 'sets'} them apart most.`;
}

/** What customers did as a clause of its own: "Spent" reads "What they spent". */
function featureWords(feature: FeatureSummary, grain: Segmentation['grain']): string {
  const { meaning, label } = feature;
  const within = spentWithin(feature);
  if (within !== null) return `What they spent${within}`;
  if (grain !== 'orders') return label;
  if (isAllSpent(feature, { grain })) return 'What they spent';
  return meaning === 'frequency' ? 'How often they order' : label;
}

/** "Fruits" and "Wines", not "Status", "Basis" or "Address". */
const PLURAL = /[^siu]s$/;

function weakest(segments: readonly SegmentProfile[]): { segment: SegmentProfile; overlap: number } | null {
  const known = segments.flatMap((segment) =>
    segment.overlap === null ? [] : [{ segment, overlap: segment.overlap }],
  );
  if (known.length === 0 || known.length < segments.length) return null;
  return known.reduce((least, each) => (each.overlap < least.overlap ? each : least));
}

function holdsSentence({ segments, apart }: Segmentation): string {
  // Those set apart are no group that could come back.
  const found = segments.filter(({ id }) => id !== apart?.id);
  const least = weakest(found);
  if (least === null) return tooFewSentence(found, '');
  if (least.overlap >= HOLDS) {
    const held = least.overlap >= FIRM ? 'They hold' : 'They mostly hold';
    return tooFewSentence(found, held) || `${held}.`;
  }
  if (least.overlap >= SHAKY) return `${least.segment.name} is shaky: do not build a budget on it.`;
  return 'Do not target on this.';
}

/** The numbers of segments whose weakest segment holds. */
export const numbersThatHold = ({ runs }: Segmentation): number[] => runs.filter(holds).map(({ k }) => k);

/** The finest larger number that holds too. */
const finestThatHolds = ({ k, runs }: Segmentation): KRun | null =>
  runs.filter((run) => run.k > k && holds(run) && standsApart(run, { runs })).sort((a, b) => b.k - a.k)[0] ??
  null;

const runOf = ({ runs }: Segmentation, k: number): KRun | undefined => runs.find((run) => run.k === k);

function bendWords(segmentation: Segmentation): string[] {
  const { k, elbow, chosenBy } = segmentation;
  const lowest = lowestBic(segmentation);
  if (lowest) return bicReasons(segmentation, lowest);
  const bend =
    elbow === null || elbow < 2 ? 'The curve has no bend.' : `The curve bends at ${inWords(elbow)}.`;
  if (chosenBy === 'given') return [elbow === k ? bend : `You chose ${inWords(k)}. ${bend}`];
  if (chosenBy !== 'stability' || elbow === null) return [bend];
  const [there, here] = [runOf(segmentation, elbow)?.overlap, runOf(segmentation, k)?.overlap];
  const falls = there == null ? '' : ` (weakest overlap ${share(there)})`;
  const stands = here == null ? '' : ` (${share(here)})`;
  return [
    `${bend.slice(0, -1)}, but ${inWords(elbow)} segments do not hold when customers are redrawn${falls}.`,
    `${inWordsCapital(k)} is the largest number that does${stands}.`,
  ];
}

function finerWords(segmentation: Segmentation, finer: KRun | null): string[] {
  const here = runOf(segmentation, segmentation.k)?.overlap;
  if (finer === null || finer.overlap === null) {
    if (here == null) return [];
    return here >= HOLDS
      ? [`No larger number holds when customers are redrawn; the weakest overlap here is ${share(here)}.`]
      : [
          `When customers are redrawn, the weakest overlap here is ${share(here)}; ${share(HOLDS)} would be enough.`,
        ];
  }
  const beside = here == null ? '' : `, at ${inWords(segmentation.k)} ${share(here)}`;
  const held = `${inWordsCapital(finer.k)} is the finest split that still holds (weakest overlap ${share(finer.overlap)}${beside})`;
  const top = topWords(segmentation, finer);
  return [top === '' ? `${held}.` : `${held}; it ${top}`];
}

/** "sets apart the best 8 % of customers, who bring 53 % of revenue." */
export function topWords(segmentation: Segmentation, run: KRun): string {
  if (run.top === null || run.top.revenueShare === null) return '';
  const brings = `who bring ${share(run.top.revenueShare)} of ${moneyNoun(segmentation)}`;
  return `sets apart the best ${share(run.top.share)} of customers, ${brings}.`;
}

/** The number of segments with the widest gaps between them. */
export function bestSilhouette({ runs }: Segmentation): KRun | null {
  const known = runs.filter((run) => run.silhouette !== null);
  if (known.length < 2) return null;
  return known.reduce((best, run) => (run.silhouette! > best.silhouette! ? run : best));
}

function silhouetteWords(segmentation: Segmentation): string[] {
  const best = bestSilhouette(segmentation);
  if (best === null) return [];
  return [
    best.k === segmentation.k
      ? `Silhouette says ${inWords(best.k)} too.`
      : `Silhouette alone would say ${inWords(best.k)}.`,
  ];
}

function gapWords({ continuum, gapChoice, k }: Segmentation): string[] {
  if (continuum)
    return [
      'Customers spread evenly over the same room would be split about as well: there are no gaps between groups.',
    ];
  if (gapChoice === null || gapChoice === k) return [];
  return [`The gap statistic alone would say ${inWords(gapChoice)}.`];
}
