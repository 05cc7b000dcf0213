import fc from 'fast-check';
import type * as v from 'valibot';
import { ColumnName, ColumnNames, type RecipeStep } from '../../../src/engine/recipe/schema';

/** What parameters may be made of: the columns there are, and words and numbers that stand in the data. */
export interface Stuff {
  columns: readonly string[];
  words: readonly string[];
  numbers: readonly number[];
}

type Schema = v.GenericSchema & {
  type?: string;
  entries?: Record<string, Schema>;
  wrapped?: Schema;
  item?: Schema;
  items?: Schema[];
  options?: readonly unknown[];
  literal?: unknown;
  key?: string;
};

/** Values that have the shape of a schema; what it demands beyond the shape they may lack. */
function shaped(schema: Schema, stuff: Stuff): fc.Arbitrary<unknown> {
  if ((schema as unknown) === ColumnName) return fc.constantFrom(...stuff.columns);
  if ((schema as unknown) === ColumnNames)
    return fc.uniqueArray(fc.constantFrom(...stuff.columns), { minLength: 1, maxLength: 3 });
  switch (schema.type) {
    case 'strict_object':
    case 'object':
      return fc
        .record(Object.fromEntries(Object.entries(schema.entries!).map(([k, s]) => [k, shaped(s, stuff)])))
        .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
    case 'optional':
      return fc.option(shaped(schema.wrapped!, stuff), { nil: undefined });
    case 'nullable':
      return fc.option(shaped(schema.wrapped!, stuff), { nil: null });
    case 'picklist':
      return fc.constantFrom(...(schema.options as unknown[]));
    case 'literal':
      return fc.constant(schema.literal);
    case 'union':
    case 'variant':
      return fc.oneof(...(schema.options as Schema[]).map((option) => shaped(option, stuff)));
    case 'array':
      return fc.array(shaped(schema.item!, stuff), { minLength: 1, maxLength: 3 });
    case 'tuple':
      return fc.tuple(...schema.items!.map((item) => shaped(item, stuff)));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.constantFrom(0, 1, 2, 3, 5, 0.5, -1, ...stuff.numbers);
    case 'string':
      return fc.constantFrom('x', '-', ...stuff.words);
    default:
      return fc.constant(undefined);
  }
}

/** Parameters of the step as they are, some of them as its schema would have them else. */
export function paramsLike(
  step: RecipeStep,
  schema: v.GenericSchema,
  stuff: Stuff,
): fc.Arbitrary<RecipeStep> {
  const drawn = shaped(schema as Schema, stuff) as fc.Arbitrary<RecipeStep['params'] | undefined>;
  const taken = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 });
  return fc.tuple(drawn, taken).map(([made, which]) => {
    if (typeof made !== 'object') return step;
    const keys = [...new Set([...Object.keys(step.params), ...Object.keys(made)])];
    const params = keys.flatMap((key, i) => {
      const value = which[i % which.length] === 0 ? made[key] : step.params[key];
      return value === undefined ? [] : [[key, value] as const];
    });
    return { ...step, params: Object.fromEntries(params) };
  });
}
