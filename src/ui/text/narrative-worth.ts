import { moneyNoun } from './cards';
import { counted, money, share } from './format';
import type { Sayings } from './narrative';
import { ratioWords } from './narrative-differ';
import { about, link, say, they } from './narrative-said';
import { sharesInWords } from './shares';

type Worth = Pick<Sayings, 'revenue' | 'per-customer' | 'orders' | 'no-money'>;

export const WORTH: Worth = {
  revenue: ({ revenue, share: of, largest, refs }, segment, segmentation) => {
    const sum = link(money(revenue, segmentation.currency ?? null), refs[0]!);
    const net = segmentation.grain === 'orders' ? ' after returns' : '';
    if (revenue <= 0)
      return say`Taken together ${segment.size === 1 ? 'this customer comes' : 'they come'} to ${sum}${net}.`;
    const bring =
      segmentation.grain === 'orders' ? they(segment, 'bring', 'brings') : they(segment, 'spent', 'spent');
    if (of === null || segmentation.segments.length < 2) return say`${bring} ${sum}.`;
    const most = largest ? ', more than any other segment' : '';
    const whole = segmentation.leftOut ? `the ${moneyNoun(segmentation)} shown` : moneyNoun(segmentation);
    return say`${bring} ${sum}, ${about(sharesInWords(segmentation).revenue.get(segment.id) ?? share(of))} of ${whole}${most}.`;
  },
  'per-customer': ({ mean, all, ratio, refs }, { size }, { currency = null, leftOut }) => {
    const each = link(`${money(whole(mean), currency)}`, refs[0]!);
    const average = money(whole(all), currency);
    const per = size === 1 ? '' : ' per customer';
    const times = ratioWords(ratio);
    const shown = leftOut ? ' among those shown' : '';
    return times === null
      ? say`That is ${each}${per}; the average is ${average}${shown}.`
      : say`That is ${each}${per}, ${times} of ${average}${shown}.`;
  },
  orders: ({ orders, share: of, refs }, segment, segmentation) =>
    say`${they(segment, 'made', 'made')} ${link(counted(orders, 'order'), refs[0]!)}, ${about(sharesInWords(segmentation).orders.get(segment.id) ?? share(of))} of ${segmentation.leftOut ? 'those shown' : 'all'}.`,
  'no-money': () => ['The file has no money: what they are worth is not known.'],
};

/** Means from 10 up without pennies. */
const whole = (value: number): number => (Math.abs(value) >= 10 ? Math.round(value) : value);
