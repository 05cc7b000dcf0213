import type { Association, Associations, FeatureProposal, FeatureReason } from '../../engine/index';
import { reasonText } from './check';
import { count, counted, fixed, number } from './format';
import { coefficient, strongest } from './pairs';

export const FEATURES = {
  headline: 'Columns that tell your customers apart.',
  title: 'Get features ready',
  looking: 'Looking at what each column could be …',
  failed: 'What the columns could be was not found out. Leave this place and come back to try again.',
  nothing: 'Nothing to change: what customers do is ready to group by.',
  ordersTitle: 'First a table of customers',
  orders:
    'Each row is part of an order, and it is customers who are grouped. Segmenting goes by how recently, how often and for how much they bought. To group by more than that, first choose what their orders add up to.',
  makeCustomers: 'Choose what orders add up to',
  added: 'Features are ready. Segment your customers to see the groups.',
  asIs: 'As they stand',
  then: 'With these',
  togetherFailed: 'How the features would go together was not found out.',
} as const;

/** "6 of 29 columns could be made ready", and what segmenting does of that anyway. */
export function readySays(changes: readonly FeatureProposal[], columns: number): string {
  const said = `${count(changes.length)} of ${counted(columns, 'column')} could be made ready. Take what you agree with.`;
  return changes.some(doneAnyway)
    ? `${said} Segmenting evens out long tails from 0 upwards by itself; taken here, the columns are yours to see and to change.`
    : said;
}

const doneAnyway = ({ step }: FeatureProposal): boolean =>
  step?.op === 'transform' && step.params['with'] === 'log1p';

export function takeThem(chosen: number): string {
  if (chosen === 0) return 'Choose a change';
  return chosen === 1 ? 'Make this change' : `Make these ${count(chosen)} changes`;
}

export const staySays = (stay: number): string =>
  stay === 1 ? 'One column stays as it is' : `${count(stay)} columns stay as they are`;

type Details = FeatureProposal['details'];
const num = (details: Details, name: string): number => Number(details[name] ?? 0);

const WHY: Record<FeatureReason, (details: Details) => string> = {
  key: () => 'It names the customer.',
  ready: ({ skewness }) =>
    skewness === null || skewness === undefined ? 'Ready.' : 'Ready: its values spread evenly enough.',
  made: () => 'Ready: a step made it so.',
  'long-tail': (details) =>
    num(details, 'skewness') > 0
      ? `Half are ${number(num(details, 'median'))} or less, the largest is ${number(num(details, 'max'))}: a few would rule the distance (skewness ${fixed(num(details, 'skewness'), 1)}).`
      : `A tail of small values would rule the distance (skewness ${fixed(num(details, 'skewness'), 1)}).`,
  'near-copy': (details) =>
    `It runs with ${String(details['other'])} (${coefficientName(details)}\u00a0${coefficient(num(details, 'value'))}): the same would count twice.`,
  outcome: () => 'It says how something ended, not what customers do.',
  'few-kinds': ({ distinct }) => `${counted(Number(distinct), 'kind')} of customers.`,
  date: () => 'A date cannot group; the days since then can.',
  who: () => 'It says who somebody is.',
  describes: () => 'It tells the groups apart in words.',
  'left-out': ({ why, detail }) => {
    const said = reasonText(why === null || why === undefined ? null : String(why), text(detail));
    return said === '' ? 'Left out.' : `Left out: ${said}.`;
  },
};

/** Which of the two says most. */
const coefficientName = ({ measure }: Details): string =>
  measure === 'spearman' ? 'Spearman’s ρ' : 'Pearson’s r';

const text = (detail: number | string | null | undefined): string | null =>
  detail === null || detail === undefined ? null : String(detail);

/** Why a column is to be used so, in a sentence. */
export const whyText = ({ reason, details }: FeatureProposal): string => WHY[reason](details);

const DOES: Record<string, string> = {
  transform: 'Even out the long tail',
  'days-since': 'Count the days since',
  encode: 'Make a column of 0 and 1 for each kind',
};

/** What a change does, as a command. */
export function doesText({ step, then }: FeatureProposal): string {
  if (step?.params['with'] === 'ordinal') return 'Make it a column of 0 and 1';
  if (step) return DOES[step.op] ?? step.op;
  return then === 'left-out' ? 'Leave it out' : 'Describe groups by it';
}

const USES: Record<string, string> = {
  key: 'names the customer',
  'grouped-by': 'groups',
  'described-by': 'describes',
  'left-out': 'left out',
};

/** How a column is used, in a word or two. */
export const useText = (list: FeatureProposal['now']): string => USES[list]!;

const DRAWN: Record<Association['measure'], string> = {
  pearson: 'Pearson’s r',
  'cramers-v': 'Cramér’s V',
  'correlation-ratio': 'correlation ratio',
};

/** "As they stand: Wines and Meat are most alike (Pearson’s r 0.98)": what the picture draws. */
export function alikeTitle(state: string, { pairs }: Pick<Associations, 'pairs'>): string {
  const [best] = strongest(pairs, 'pearson');
  return best
    ? `${state}: ${best.a} and ${best.b} are most alike (${DRAWN[best.measure]}\u00a0${coefficient(best.value!)})`
    : `${state}: no two are alike`;
}
