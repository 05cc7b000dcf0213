import type { Kind } from '../../engine/index';
import { CLOCK_LABELS, clockSaid, clockWritten } from './clock-draft';
import type { Params } from './step-form';
import { numberSaid } from './same-params';

/** A condition as it is written in the form. */
export interface ConditionDraft {
  column: string;
  is: string;
  /** What it is held against; the lower end of a range, several words one a line. */
  value: string;
  /** The upper end of a range. */
  to: string;
  anyCase: boolean;
}

/** Conditions of which all or any must hold, as they are written in the form. */
export interface GroupDraft {
  match: string;
  conditions: ConditionDraft[];
}
export type Draft = ConditionDraft | GroupDraft;
export const isGroup = (draft: Draft): draft is GroupDraft => 'conditions' in draft;

const BLANKS = [
  { value: 'blank', label: 'is blank' },
  { value: 'not-blank', label: 'is not blank' },
];

/** What may be asked of a column of each kind. */
export const WAYS: Record<Kind, readonly { value: string; label: string }[]> = {
  number: [
    { value: 'at-least', label: 'is at least' },
    { value: 'at-most', label: 'is at most' },
    { value: 'more', label: 'is above' },
    { value: 'less', label: 'is below' },
    { value: 'between', label: 'is from … to' },
    { value: 'equal', label: 'is' },
    { value: 'not-equal', label: 'is not' },
    ...BLANKS,
  ],
  text: [
    { value: 'text', label: 'is' },
    { value: 'not-text', label: 'is not' },
    { value: 'one-of', label: 'is one of' },
    { value: 'contains', label: 'contains' },
    { value: 'lacks', label: 'does not contain' },
    { value: 'starts', label: 'begins with' },
    { value: 'ends', label: 'ends with' },
    { value: 'matches', label: 'matches a regular expression' },
    ...BLANKS,
  ],
  date: [
    { value: 'days', label: 'is from … to' },
    { value: 'before', label: 'is before' },
    { value: 'after', label: 'is after' },
    { value: 'on', label: 'is on' },
    { value: 'weekdays', label: CLOCK_LABELS.weekdays },
    { value: 'hours', label: CLOCK_LABELS.hours },
    ...BLANKS,
  ],
  boolean: [{ value: 'yes', label: 'is yes' }, { value: 'no', label: 'is no' }, ...BLANKS],
};

/** Ways that need no value, one day or two ends. */
export const NEEDS_NOTHING = new Set(['yes', 'no', 'blank', 'not-blank']);
export const RANGES = new Set(['between', 'days']);
const DAYS = new Set(['before', 'after', 'on']);
const HAS_CASE = new Set(['text', 'not-text', 'contains', 'lacks', 'starts', 'ends', 'matches']);
export const hasCase = ({ is }: ConditionDraft): boolean => HAS_CASE.has(is);

/** An unwritten condition on a column. */
export const newCondition = (column: string, kind: Kind): ConditionDraft => ({
  column,
  is: WAYS[kind][0]!.value,
  value: '',
  to: '',
  anyCase: false,
});

/** The same condition on another column, as far as it may be asked of that. */
export const onColumn = (draft: ConditionDraft, column: string, kind: Kind): ConditionDraft =>
  WAYS[kind].some(({ value }) => value === draft.is) ? { ...draft, column } : newCondition(column, kind);

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The condition as the step takes it; null while it is not finished. */
export function conditionOf(draft: ConditionDraft): Params | null {
  const { column, is, value, to, anyCase } = draft;
  const letters = anyCase ? { case: 'any' } : {};
  if (NEEDS_NOTHING.has(is)) return { column, is };
  if (is === 'between') {
    const [from, until] = [numberSaid(value), numberSaid(to)];
    return Number.isFinite(from) && Number.isFinite(until) ? { column, is, from, to: until } : null;
  }
  if (is === 'days') return isDay(value) && isDay(to) ? { column, is, from: value, to } : null;
  if (DAYS.has(is)) return isDay(value) ? { column, is, day: value } : null;
  if (is === 'weekdays' || is === 'hours') {
    const values = clockSaid(is, value);
    return values ? { column, is, values } : null;
  }
  if (is === 'one-of') {
    const values = value.split('\n').filter((line) => line !== '');
    return values.length > 0 ? { column, is, values } : null;
  }
  if (HAS_CASE.has(is)) return value === '' ? null : { column, is, value, ...letters };
  return Number.isFinite(numberSaid(value)) ? { column, is, value: numberSaid(value) } : null;
}

/** All that is written; null while a part of it is not finished. */
export function conditionsOf(drafts: readonly Draft[]): Params[] | null {
  const made = drafts.map((draft) => {
    if (!isGroup(draft)) return conditionOf(draft);
    const conditions = conditionsOf(draft.conditions);
    return conditions && conditions.length > 0 ? { match: draft.match, conditions } : null;
  });
  const finished = made.filter((one) => one !== null);
  return finished.length === made.length ? finished : null;
}

/** What a step holds, as drafts. */
export function draftsOf(conditions: unknown): Draft[] {
  if (!Array.isArray(conditions)) return [];
  return (conditions as Params[]).map((one) =>
    Array.isArray(one.conditions)
      ? { match: String(one.match), conditions: draftsOf(one.conditions) as ConditionDraft[] }
      : draftOf(one),
  );
}

function draftOf({ column, is, value, values, from, to, day, case: letters }: Params): ConditionDraft {
  const listed = Array.isArray(values) ? values : null;
  const clock = is === 'weekdays' || is === 'hours' ? clockWritten(is, listed as number[]) : null;
  const words = clock ?? listed?.join('\n') ?? value ?? from ?? day ?? '';
  return {
    column: String(column),
    is: String(is),
    value: String(words),
    to: String(to ?? ''),
    anyCase: letters === 'any',
  };
}
