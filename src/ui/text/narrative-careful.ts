import { moneyNoun } from './cards';
import { count, counted, listed, number, share } from './format';
import { gradeWords } from './grades';
import type { Sayings } from './narrative';
import { columnIn } from './narrative-differ';
import { between, link, NOTHING, say } from './narrative-said';
import { RULES_DEK } from './own-rules';
import { MAP_DEK } from './rfm-map';

type Careful = Pick<
  Sayings,
  | 'grade'
  | 'few-bring-half'
  | 'wide'
  | 'loose-rule'
  | 'short-history'
  | 'dates-unsure'
  | 'slope'
  | 'cut'
  | 'apart'
  | 'nothing-against'
>;

const CUT = {
  map: MAP_DEK,
  rules: RULES_DEK,
  names: 'Taken from the names in a column, not found among the customers.',
};

export const CAREFUL: Careful = {
  grade: ({ reason }) => [gradeWords({ level: 'fair', reasons: [reason] }).because],
  'few-bring-half': ({ customers, share: of, refs }, _, segmentation) => {
    const half = `Half of their ${moneyNoun(segmentation)} rests on`;
    return customers === null
      ? say`${half} ${link('fewer than ten of them', refs[0]!)}.`
      : say`${half} ${link(`${count(customers)} of them`, refs[0]!)} (${share(of)}).`;
  },
  wide: ({ column, effect, refs }, _, segmentation) => {
    const what = columnIn(column, segmentation);
    if (what === null) return NOTHING;
    const [low, high] = effect.value < 0 ? [-effect.high, -effect.low] : [effect.low, effect.high];
    return say`How far they stand out in ${what} is open: ${link(`d\u00a0${between(low, high)}`, refs[0]!)} all fit.`;
  },
  'loose-rule': ({ precision, refs }) =>
    say`Its rule finds many others too: ${link(share(precision), refs[0]!)} of those it finds belong here.`,
  'short-history': ({ days }) => [
    days < 1
      ? 'All orders are of one day: nothing is known of habits.'
      : `The orders cover ${counted(days, 'day')} only: who buys less often looks lost.`,
  ],
  'dates-unsure': ({ columns }) => [
    `Nothing in the file says whether the day or the month comes first in ${listed(columns)}; please check the dates.`,
  ],
  slope: () => ['It is a cut in one long slope: customers near its edge are much like those beyond it.'],
  cut: ({ by }) => [CUT[by]],
  apart: ({ beyond }) => [
    `They lie more than ${number(beyond, 1)} robust deviations from the middle and are not alike among themselves.`,
  ],
  'nothing-against': () => ['Size, redraws and distances give no reason for doubt.'],
};
