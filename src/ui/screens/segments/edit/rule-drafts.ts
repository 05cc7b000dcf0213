import type { Rule, SegmentProfile } from '../../../../engine/index';
import type { ColumnHead } from '../../../../workers/api';
import { clockSaid, clockWritten, type ClockPart } from '../../../steps/clock-draft';

/** A condition as it stands in the form. */
export interface DraftCondition {
  column: string;
  from: string;
  to: string;
  /** Values, separated by semicolons. */
  values: string;
  is: 'yes' | 'no';
  /** Days of the week or hours, which are chosen in Explore, as they are written. */
  clock?: { part: ClockPart; text: string } | undefined;
}
type Kind = ColumnHead['kind'];
export interface DraftRule {
  name: string;
  when: DraftCondition[];
}

export const MOST_CONDITIONS = 4;

const written = (value: number | string | undefined): string => (value === undefined ? '' : String(value));
const trimmed = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const draftsOf = (rules: readonly Rule[]): DraftRule[] =>
  rules.map(({ name, when }) => ({
    name,
    when: when.map(({ column, from, to, values = [], is = true, weekdays, hours }) => ({
      column,
      from: written(from),
      to: written(to),
      values: values.join('; '),
      is: is ? 'yes' : 'no',
      ...(weekdays && { clock: clockDraft('weekdays', weekdays) }),
      ...(hours && { clock: clockDraft('hours', hours) }),
    })),
  }));

const clockDraft = (part: ClockPart, values: readonly number[]) => ({
  part,
  text: clockWritten(part, values),
});

/** The rules as they are written; null as long as something is missing. */
export function rulesOf(drafts: readonly DraftRule[], kindOf: (column: string) => Kind): Rule[] | null {
  const rules = drafts.map(({ name, when }) => {
    const conditions = when.map((draft) => conditionOf(draft, kindOf(draft.column)));
    const whole = conditions.every((condition) => condition !== null);
    return whole && name.trim() !== '' && when.length > 0 ? { name: name.trim(), when: conditions } : null;
  });
  return rules.length > 0 && rules.every((rule) => rule !== null) ? rules : null;
}

function conditionOf(
  { column, from, to, values, is, clock }: DraftCondition,
  kind: Kind,
): Rule['when'][number] | null {
  if (column === '') return null;
  if (kind === 'boolean') return { column, is: is === 'yes' };
  if (kind === 'text') {
    const list = [...new Set(trimmed(values))];
    return list.length > 0 ? { column, values: list } : null;
  }
  if (kind === 'date') {
    if (clock) {
      const chosen = clockSaid(clock.part, clock.text);
      return chosen && { column, [clock.part]: chosen };
    }
    if ((from === '' && to === '') || (from !== '' && to !== '' && from > to)) return null;
    return { column, ...(from !== '' && { from }), ...(to !== '' && { to }) };
  }
  const [least, most] = [from, to].map((bound) => (bound.trim() === '' ? undefined : Number(bound)));
  if (least === undefined && most === undefined) return null;
  if (Number.isNaN(least) || Number.isNaN(most) || (least ?? -Infinity) > (most ?? Infinity)) return null;
  return {
    column,
    ...(least !== undefined && { from: least }),
    ...(most !== undefined && { to: most }),
  };
}

/** Rules that say what the segments are recognised by; segments without such conditions are left to the rest. */
export const rulesFrom = (segments: readonly SegmentProfile[]): Rule[] =>
  segments
    .filter(({ conditions }) => conditions.length > 0)
    .map(({ name, conditions }) => ({
      name,
      when: conditions.slice(0, MOST_CONDITIONS).map(({ column, atLeast, atMost }) => ({
        column,
        ...(atLeast !== null && { from: atLeast }),
        ...(atMost !== null && { to: atMost }),
      })),
    }));
