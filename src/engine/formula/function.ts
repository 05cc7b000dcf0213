import type { Column, Kind } from '../table/columns';
import type { Work } from '../work';
import type { Groups } from '../steps/parts/groups';
import type { Node, Surroundings } from './node';
import type { Typed } from './typed';

/** Groups of functions, in the order of the help. */
export const FUNCTION_GROUPS = [
  'Numbers',
  'Conditions',
  'Blanks',
  'Text',
  'Dates',
  'Columns',
  'Groups',
] as const;
export type FunctionGroup = (typeof FUNCTION_GROUPS)[number];

/** What an argument may be: a kind, any, or the kind of the others marked alike. */
export type Wanted = Kind | 'any' | 'same' | 'other';

export interface Take {
  kind: Wanted;
  optional: boolean;
  /** Any number of them from here on. */
  repeated: boolean;
  /** Must be written out: no column. */
  constant: boolean;
}

/** One way to call a function. */
export interface Form {
  takes: readonly Take[] | ((count: number) => readonly Take[] | null);
  gives: Kind | 'same' | 'other';
}

/** What happened to cells that have a value and give none. */
export type CellFault = 'divided' | 'outside' | 'unread';

/** The rows a function of columns looks at together. */
export interface InGroups {
  rows: number;
  groups: Groups;
  /** The rows in the order asked for; as they stand, if none was. */
  order(): Promise<Uint32Array>;
  /** The arguments that are written out. */
  constants: readonly (number | string | boolean | null | undefined)[];
  work: Work;
}

/** How a function works: exactly one of the four. */
export type Way =
  /** Row by row on values that are there; a blank among them gives a blank. Numbers that are none are `fault`. */
  | { each: (...values: never[]) => number | string | boolean | null; fault?: CellFault }
  /** By blocks of rows. */
  | { make: (args: readonly Node[], kind: Kind, around: Surroundings) => Node }
  /** One value for each group. `learnt`: without groups it is kept for other data. */
  | {
      summary: (args: readonly Column[], within: InGroups) => Promise<Column>;
      learnt: boolean;
      ordered?: boolean;
    }
  /** A value for each row that hangs on the others. */
  | { place: (args: readonly Column[], within: InGroups) => Promise<Column>; ordered: boolean };

export interface FormulaFunction {
  name: string;
  /** Null for operators. */
  group: FunctionGroup | null;
  forms: readonly Form[];
  way: Way;
  /** What kinds cannot say of arguments that are written out. @throws EngineError `bad-formula` */
  verify?(args: readonly Typed[]): void;
}

/** "number number? =text": `?` may be left out, `*` may stand again, `=` must be written out. */
export function takesOf(words: string): Take[] {
  return words
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [, constant, kind, mark] = /^(=?)(\w+)([?*]?)$/.exec(word)!;
      return {
        kind: kind as Wanted,
        optional: mark === '?',
        repeated: mark === '*',
        constant: constant === '=',
      };
    });
}

/** Written "number number? > number"; several forms are parted by `|`. */
export function formsOf(words: string): Form[] {
  return words.split('|').map((form) => {
    const [takes, gives] = form.split('>') as [string, string];
    return { takes: takesOf(takes.trim()), gives: gives.trim() as Form['gives'] };
  });
}
