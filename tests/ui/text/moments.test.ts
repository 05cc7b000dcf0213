import { describe, expect, it } from 'vitest';
import { momentSentence, momentTime } from '../../../src/ui/text/moments';
import type { RecipeStep } from '../../../src/engine/index';
import type { RoleChoice } from '../../../src/workers/api';
import { recipeOf, step } from '../../engine/recipe/recipes';

const moment = (steps: RecipeStep[], choice: RoleChoice = {}) => ({ recipe: recipeOf(steps), choice });
const copies = step('own-1', 'drop-duplicates', {});
const blanks = step('own-2', 'drop-missing', { columns: ['x'] });
const from = moment([copies, blanks]);

describe('momentSentence', () => {
  it.each([
    ['the first', moment([]), null, 'Opened the file'],
    ['a recipe done', from, null, 'Opened, with its recipe'],
    ['a step more', from, moment([copies]), 'Set aside rows without x'],
    ['a step less', moment([copies]), from, 'Removed: Set aside rows without x'],
    ['a step off', moment([{ ...copies, enabled: false }, blanks]), from, 'Switched off: Drop exact copies'],
    [
      'other parameters',
      moment([copies, { ...blanks, params: { columns: ['y'] } }]),
      from,
      'Changed: Set aside rows without y',
    ],
    ['another order', moment([blanks, copies]), from, 'Changed the order of steps'],
    ['a role', moment([copies, blanks], { roles: [['customer', 'x']] }), from, 'Said what columns mean'],
    ['two things', moment([]), from, 'Removed: Drop exact copies, and 1 more change'],
    ['nothing seen', from, from, 'Looked at it anew'],
    [
      'all that finds segments',
      moment([copies, blanks, step('s1', 'scale', {}), step('s2', 'segment', {})]),
      from,
      'Segmented the customers',
    ],
  ])('%s', (_what, now, before, sentence) => expect(momentSentence(now, before)).toBe(sentence));
});

it('says when, by the clock of the person', () => {
  const at = new Date(2026, 10, 28, 9, 5).getTime();
  expect(momentTime(at, new Date(2026, 10, 28, 23, 0).getTime())).toBe('09:05');
  expect(momentTime(at, new Date(2026, 10, 29, 1, 0).getTime())).toBe('yesterday 09:05');
  expect(momentTime(undefined, at)).toBe('');
});
