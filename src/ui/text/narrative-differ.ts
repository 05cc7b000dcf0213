import type { FeatureSummary, Segmentation } from '../../engine/index';
import { withinSentence } from './cards';
import { fixed, listed, share } from './format';
import type { Sayings } from './narrative';
import { between, link, nameIn, NOTHING, say } from './narrative-said';
import { isAllSpent, spentWithin } from './spending';

type Differ = Pick<Sayings, 'difference' | 'all-or-none' | 'alike' | 'like-all' | 'nearest'>;

export const DIFFER: Differ = {
  difference: ({ difference, first, refs }, { size, flags = {} }, segmentation) => {
    const { column, ratio, effect, small = false } = difference;
    const what = columnIn(column, segmentation);
    if (what === null) return NOTHING;
    const side = effect.value < 0 ? 'below' : 'above';
    const [low, high] = effect.value < 0 ? [-effect.high, -effect.low] : [effect.low, effect.high];
    const apart = `d\u00a0${between(low, high)} ${side}${first ? ' the others' : ''}`;
    const stands = size === 1 ? 'This customer stands' : 'They stand';
    const where = first ? `${stands} furthest from the others in ${what}` : `Then in ${what}`;
    const shares = flags[column];
    if (shares)
      return say`${where}: ${link(share(shares.here), refs[1]!)} here, ${share(shares.elsewhere)} elsewhere.`;
    const times = small ? smallWords(ratio ?? NaN, effect.value) : ratioWords(ratio);
    return times === null
      ? say`${where}: ${link(apart, refs[1]!)}.`
      : say`${where}: ${link(times, refs[0]!)}, ${link(apart, refs[1]!)}.`;
  },
  'all-or-none': ({ column, all, refs }, { size }, segmentation) => {
    const what = columnIn(column, segmentation);
    if (what === null) return NOTHING;
    const here = size === 1 ? 'This customer' : all ? 'All of them' : 'None of them';
    const are = size === 1 ? (all ? 'is' : 'is not') : all ? 'are' : 'is';
    return say`${link(here, refs[0]!)} ${are} ${what}; ${all ? 'nobody else is' : 'everybody else is'}.`;
  },
  alike: ({ columns, refs }, _, segmentation) => {
    const known = columns.map((column) => columnIn(column, segmentation)).filter((what) => what !== null);
    return known.length === 0 ? NOTHING : say`Much like the others in ${link(listed(known), refs[0]!)}.`;
  },
  'like-all': () => ['In no column do they stand clearly apart from the others.'],
  nearest: ({ id, refs }, _, segmentation) =>
    say`The segment most like it is ${link(nameIn(id, segmentation), refs[0]!)}.`,
};

/** "3.1 times the average", "18 % of the average"; null where a mean below 0 leaves no ratio. */
export function ratioWords(ratio: number | null): string | null {
  if (ratio === null || !Number.isFinite(ratio) || ratio < 0) return null;
  if (ratio >= 0.95 && ratio < 1.05) return 'about the average';
  if (ratio < 1) return `${share(ratio)} of the average`;
  return `${ratio < 9.95 ? fixed(ratio, 1) : fixed(ratio, 0)} times the average`;
}

/** "only 2 % above the average"; null where the mean lies on one side and the usual customer on the other. */
function smallWords(ratio: number, effect: number): string | null {
  const percent = Math.round(Math.abs(ratio - 1) * 100);
  if (Math.sign(ratio - 1) !== Math.sign(effect)) return null;
  const side = effect < 0 ? 'below' : 'above';
  return percent === 0
    ? `less than ${share(0.01)} ${side} the average, a small difference`
    : `only ${share(percent / 100)} ${side} the average`;
}

/** A column as a sentence names it; null where it is not known. */
export function columnIn(column: string, { features, grain }: Segmentation): string | null {
  const feature = features.find((one) => one.column === column);
  return feature ? featureIn(feature, grain) : null;
}

function featureIn(feature: FeatureSummary, grain: Segmentation['grain']): string {
  const { meaning, label } = feature;
  const within = spentWithin(feature);
  if (within !== null) return `what they spent${within}`;
  if (grain !== 'orders') return withinSentence(label);
  if (isAllSpent(feature, { grain })) return 'what they spent';
  return meaning === 'frequency' ? 'how often they order' : withinSentence(label);
}
