import { actionFor } from './actions';
import { ruleWords } from './conditions';
import { share } from './format';
import { madeByWords, othersWords } from './made-by-rule';
import type { Sayings } from './narrative';
import { columnIn } from './narrative-differ';
import { link, NOTHING, say } from './narrative-said';
import { APART_DO } from './segment-changes';

type Todo = Pick<
  Sayings,
  | 'own-action'
  | 'suggest-cell'
  | 'suggest-apart'
  | 'suggest-worth'
  | 'suggest-theme'
  | 'suggest-wait'
  | 'suggest-usual'
  | 'recognise'
>;

/** What nobody has tried on these customers is marked as a suggestion; each leads to the figure it rests on. */
export const TODO: Todo = {
  'own-action': ({ action }) => [`Your plan: ${/[.!?…]$/.test(action) ? action : `${action}.`}`],
  'suggest-cell': ({ cell, refs }) => {
    const action = actionFor(cell);
    return action === null ? NOTHING : say`Suggestion for ${link(cell, refs[0]!)}: ${lower(action)}`;
  },
  'suggest-apart': ({ refs }) => say`Suggestion for ${link('those set apart', refs[0]!)}: ${lower(APART_DO)}`,
  'suggest-worth': ({ side, refs }) =>
    side === 'more'
      ? say`Suggestion: ${link('worth more than the average', refs[0]!)}, they deserve service before discounts.`
      : say`Suggestion: ${link('worth less than the average', refs[0]!)}, they are best reached at low cost.`,
  'suggest-theme': ({ column, side, refs }, _, segmentation) => {
    const feature = segmentation.features.find((one) => one.column === column);
    const named = columnIn(column, segmentation);
    if (!feature || named === null) return NOTHING;
    const what = link(named, refs[0]!);
    if (feature.meaning === 'other')
      return say`Suggestion: write with their ${side === 'above' ? 'high' : 'low'} ${what} in mind, to a part of them first.`;
    return side === 'above'
      ? say`Suggestion: make ${what} the theme of what you send, to a part of them first.`
      : say`Suggestion: little ${what} so far: try an offer there on a part of them first.`;
  },
  'suggest-wait': () => ['Do not build a budget on this segment alone.'],
  'suggest-usual': ({ refs }, _, { segments }) =>
    segments.length < 2
      ? say`No suggestion follows from ${link('these figures', refs[0]!)}.`
      : say`No suggestion follows from ${link('these figures', refs[0]!)}: send them what all get, and measure the others against it.`,
  recognise: ({ precision, recall, refs }, segment, segmentation) => {
    const others = othersWords(segment, segmentation);
    if (others !== null) return say`To find them: ${link(others, refs[0]!)}.`;
    const own = madeByWords(segment, segmentation);
    if (own !== null) return say`To find them: ${link(own, refs[0]!)}, as your own rule says.`;
    const rule = ruleWords(segment, segmentation);
    if (rule === '') return NOTHING;
    return say`To find them: ${link(rule, refs[0]!)}. This rule is right for ${link(share(precision), refs[0]!)} of those it finds, and finds ${share(recall)} of the segment.`;
  },
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
