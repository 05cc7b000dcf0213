import { shortened } from '../../formula/on-table';
import { plainDay } from '../parts/calendar';
import { clockInWords } from '../parts/clock';
import type { Condition, FilterParams } from './params';

const FEW = 3;

/** "Country is UK or Spend is above 5". */
export function conditionsInWords({
  match,
  conditions,
  formula,
}: Pick<FilterParams, 'match' | 'conditions' | 'formula'>): string {
  const plain = conditions.map((one) => {
    if (!('conditions' in one)) return words(one);
    const inner = one.conditions.map(words).join(one.match === 'all' ? ' and ' : ' or ');
    return one.conditions.length > 1 ? `(${inner})` : inner;
  });
  const parts = formula === undefined ? plain : [...plain, shortened(formula)];
  return parts.length > FEW
    ? `${parts.length} conditions hold`
    : parts.join(match === 'all' ? ' and ' : ' or ');
}

const SIGNS = {
  equal: 'is',
  'not-equal': 'is not',
  less: 'is below',
  'at-most': 'is at most',
  more: 'is above',
  'at-least': 'is at least',
  text: 'is',
  'not-text': 'is not',
  contains: 'contains',
  lacks: 'does not contain',
  starts: 'begins with',
  ends: 'ends with',
  matches: 'matches',
} as const;

function words(one: Condition): string {
  switch (one.is) {
    case 'between':
      return `${one.column} is from ${one.from} to ${one.to}`;
    case 'one-of': {
      const more = one.values.length - FEW;
      return `${one.column} is ${one.values.slice(0, FEW).join(' or ')}${more > 0 ? ` or ${more} more` : ''}`;
    }
    case 'before':
    case 'after':
    case 'on':
      return `${one.column} is ${one.is} ${plainDay(one.day)}`;
    case 'days':
      return `${one.column} is from ${plainDay(one.from)} to ${plainDay(one.to)}`;
    case 'weekdays':
    case 'hours':
      return `${one.column} is ${clockInWords(one.is, one.values)}`;
    case 'yes':
    case 'no':
      return `${one.column} is ${one.is}`;
    case 'blank':
    case 'not-blank':
      return `${one.column} is ${one.is === 'blank' ? 'blank' : 'not blank'}`;
    default:
      return `${one.column} ${SIGNS[one.is]} ${one.value}`;
  }
}
