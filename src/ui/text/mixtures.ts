import type { KRun, Segmentation, SegmentProfile } from '../../engine/index';
import type { BicPoint } from '../charts/bic';
import { count, inWords, inWordsCapital, number, share } from './format';
import { holds } from './holds';
import { prototypesLearntFrom } from './mixed';
import type { Verdict } from './verdict';

/** The number with the lowest BIC; null where the segments are no mixture. */
export function lowestBic({ runs }: Pick<Segmentation, 'runs'>): KRun | null {
  const known = runs.filter(({ bic }) => bic !== undefined);
  return known.length === 0 ? null : known.reduce((best, run) => (run.bic! < best.bic! ? run : best));
}

/**
 * Whether segments of a mixture stand apart more than they run into one another: integrated completed likelihood (ICL) below
 * that of all customers together. True where it is not known.
 */
export function standsApart({ icl }: KRun, { runs }: Pick<Segmentation, 'runs'>): boolean {
  const together = runs.find(({ k }) => k === 1)?.icl;
  return icl === undefined || together === undefined || icl < together;
}

/** "Five: BIC 25,357". */
export const bicWords = ({ k, bic }: BicPoint): string => `${inWordsCapital(k)}: BIC ${number(bic, 0)}`;

export const BIC_LINE =
  'Bayesian information criterion (BIC): how likely the customers are, less what each further segment costs; less is better';

/** "BIC is lowest at eight, but eight segments do not hold". */
export function bicTitle(lowest: KRun): string {
  if (lowest.k === 1) return 'BIC is lowest where all customers stay together';
  const broken = holds(lowest) ? '' : `, but ${inWords(lowest.k)} segments do not hold`;
  return `BIC is lowest at ${inWords(lowest.k)}${broken}`;
}

/** Why so many, where BIC was asked. */
export function bicReasons({ k, chosenBy, runs }: Segmentation, lowest: KRun): string[] {
  const said = `BIC is lowest at ${inWords(lowest.k)}`;
  if (chosenBy === 'given') return [lowest.k === k ? `${said}.` : `You chose ${inWords(k)}. ${said}.`];
  if (chosenBy !== 'stability') return [`${said}.`];
  const overlap = (run: KRun | undefined) => (run?.overlap == null ? null : share(run.overlap));
  const [there, here] = [overlap(lowest), overlap(runs.find((run) => run.k === k))];
  if (holds(lowest) && !standsApart(lowest, { runs }))
    return [
      `${said}, but ${inWords(lowest.k)} segments run into one another.`,
      `${inWordsCapital(k)} is the largest number below it that stands apart and holds${here === null ? '' : ` (${here})`}.`,
    ];
  return [
    `${said}, but ${inWords(lowest.k)} segments do not hold when customers are redrawn${there === null ? '' : ` (weakest overlap ${there})`}.`,
    `${inWordsCapital(k)} is the largest number below it that does${here === null ? '' : ` (${here})`}.`,
  ];
}

/** What BIC says beside the other ways to judge. */
export function bicVoice({ k, runs }: Segmentation, lowest: KRun) {
  const here = runs.find((run) => run.k === k);
  const beside = here?.bic === undefined || k === lowest.k ? '' : `, ${number(here.bic, 0)} at ${inWords(k)}`;
  return {
    name: 'Likely, for its size',
    says: inWords(lowest.k),
    because: `BIC ${number(lowest.bic!, 0)} at ${inWords(lowest.k)}${beside}; less is better.`,
  };
}

/** Said where several components describe customers better, but do not part them. */
export function runTogether({ runs }: Pick<Segmentation, 'runs'>, lowest: KRun): typeof ONE_CLOUD {
  const [one, several] = [runs.find(({ k }) => k === 1), lowest].map((run) => number(run?.icl ?? NaN, 0));
  return {
    headline: `BIC is lowest at ${inWords(lowest.k)}, but so many segments run into one another.`,
    dek: ONE_CLOUD.dek,
    why: [
      `With what it costs that customers are in doubt between them (ICL), one cloud is better: ${one} against ${several}; less is better.`,
    ],
  };
}

/** Said where one mixture of a single component is the best there is. */
export const ONE_CLOUD: Pick<Verdict, 'headline' | 'dek' | 'why'> = {
  headline: 'One cloud describes these customers as well as several.',
  dek: 'You can still choose a number yourself; read it as cuts in one long slope.',
  why: ['BIC is lowest where all customers stay together.'],
};

/** "83 % of its customers clearly belong here (membership of at least 80 %)." */
export const sureWords = ({ sure }: SegmentProfile): string =>
  sure === undefined
    ? ''
    : `${capital(share(sure))} of its customers clearly belong here (membership of at least ${share(SURE)}).`;

const SURE = 0.8;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same of all customers, where a method says how surely they belong. */
export function sureSentence({ segments }: Segmentation): string {
  const known = segments.filter(({ sure }) => sure !== undefined);
  const customers = known.reduce((sum, { size }) => sum + size, 0);
  if (customers === 0) return '';
  const clear = known.reduce((sum, { size, sure = 0 }) => sum + sure * size, 0);
  return `${capital(share(clear / customers))} of customers clearly belong to one.`;
}

/** From whom the mixture, or the prototypes, were learnt, where that was not all. */
export const learntFromWords = ({ learntFrom, method }: Segmentation): string =>
  learntFrom === undefined
    ? ''
    : method === 'k-prototypes'
      ? prototypesLearntFrom(learntFrom)
      : `the mixture is learnt from ${count(learntFrom)} customers drawn by chance, and all are placed`;
