import type { KRun, Segmentation } from '../../engine/index';
import { counted, inWords, inWordsCapital, share } from './format';
import { HOLDS, holds } from './holds';
import { bicReasons, lowestBic, ONE_CLOUD, runTogether, standsApart } from './mixtures';
import type { Verdict } from './verdict';

/** With fewer customers a group of them could be chance. */
const ENOUGH = 30;
/** So few stand apart that they are no segment but exceptions. */
const LONELY = { customers: 2, share: 0.005 };

/** The bend of the curve where all customers stay together because what it points to does not hold. */
export function brokenBend({ k, elbow, runs }: Segmentation): KRun | null {
  const bend = k > 1 || elbow === null || elbow < 2 ? undefined : runs.find((run) => run.k === elbow);
  return bend !== undefined && bend.overlap !== null && bend.overlap < HOLDS ? bend : null;
}

type Reason = Pick<Verdict, 'headline' | 'dek' | 'why'>;

const ANYWAY = 'You can still choose a number yourself; read it as cuts in one long slope.';

/** What is said where all customers stay together. */
export function noSegments(segmentation: Segmentation): Verdict {
  const { headline, dek, why } =
    tooFew(segmentation) ??
    farApart(segmentation) ??
    falling(segmentation) ??
    bent(segmentation) ??
    flat(segmentation);
  return { headline: `No segments here. ${headline}`, dek, alternative: null, question: 'Why none?', why };
}

function tooFew({ customers }: Segmentation): Reason | null {
  if (customers >= ENOUGH) return null;
  return {
    headline: `${inWordsCapital(customers)} customers are too few to tell groups from chance.`,
    dek: 'Add customers, or choose a number yourself and read it as a first guess.',
    why: [`From about ${ENOUGH} customers on, a group can show that it is more than chance.`],
  };
}

/** A few customers so far from all others that the first cut only cuts them off. */
function farApart({ customers, runs }: Segmentation): Reason | null {
  const first = runs.find(({ k }) => k === 2);
  const size = Math.round((first?.smallest ?? 1) * customers);
  if (!first || holds(first) || size > Math.max(LONELY.customers, LONELY.share * customers)) return null;
  const they = size === 1 ? 'One customer is' : `${inWordsCapital(size)} customers are`;
  return {
    headline: `${they} so far from all others that no other difference shows.`,
    dek: 'Set those out of the ordinary apart in the step “Group into segments”, and the others can be told apart.',
    why: [
      `In two parts, one holds ${counted(size, 'customer')} and the other ${counted(customers - size, 'customer')}.`,
    ],
  };
}

function falling({ runs }: Segmentation): Reason | null {
  const tried = runs.filter((run) => run.k > 1 && run.overlap !== null);
  if (tried.length === 0 || tried.some(holds)) return null;
  const largest = Math.max(...tried.map((run) => run.overlap ?? 0));
  return {
    headline: 'Every split of these customers falls apart when they are redrawn.',
    dek: ANYWAY,
    why: [
      `The best split keeps ${share(largest)} of its weakest segment when customers are redrawn; ${share(HOLDS)} would be enough.`,
    ],
  };
}

function bent(segmentation: Segmentation): Reason | null {
  const bend = brokenBend(segmentation);
  if (!bend) return null;
  return {
    headline: 'The split that the curve points to falls apart when customers are redrawn.',
    dek: ANYWAY,
    why: [
      `The curve bends at ${inWords(bend.k)}, but the weakest of ${inWords(bend.k)} segments keeps ${share(bend.overlap ?? 0)} of its customers when they are redrawn; ${share(HOLDS)} would be enough.`,
    ],
  };
}

const flat = (segmentation: Segmentation): Reason => {
  const lowest = lowestBic(segmentation);
  if (!lowest) return NO_BEND;
  if (lowest.k === 1) return ONE_CLOUD;
  if (!standsApart(lowest, segmentation)) return runTogether(segmentation, lowest);
  return {
    headline: `BIC is lowest at ${inWords(lowest.k)}, but so many segments fall apart when customers are redrawn.`,
    dek: ANYWAY,
    why: bicReasons(segmentation, lowest),
  };
};

const NO_BEND: Reason = {
  headline: 'Each further split explains about as much as the one before, so none stands out.',
  dek: ANYWAY,
  why: ['The curve of what each number of segments explains has no bend.'],
};
