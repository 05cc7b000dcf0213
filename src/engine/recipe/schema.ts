import * as v from 'valibot';
import { ROLES } from '../table/meta';
import { ReadOptions } from '../files/read-options';
import { ContractSchema } from './contract';

/** The name of a column as it stands in the header. */
export const ColumnName = v.pipe(v.string(), v.minLength(1));

/** At least one column, none twice. */
export const ColumnNames = v.pipe(
  v.array(ColumnName),
  v.minLength(1),
  v.check((names) => new Set(names).size === names.length, 'a column stands twice'),
);

/** JSON, as `params` and `fits` are. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export const SourceSchema = v.object({
  name: v.string(),
  read: ReadOptions,
  grain: v.picklist(['orders', 'customers']),
  columns: v.array(
    v.object({
      name: v.string(),
      kind: v.picklist(['number', 'date', 'text', 'boolean']),
      role: v.nullable(v.picklist(ROLES)),
      /** How its cells are written, where that is more than plain: a pattern of dates, an example of numbers. */
      format: v.optional(v.string()),
      /** What its numbers are counted in, where that is not what their format says: `€`. */
      unit: v.optional(v.string()),
      /** A person said what the column is: cells that do not fit are blank. */
      others: v.optional(v.literal('blank')),
      /** Text: whether `NA`, `?` and their like are blank or words. */
      marks: v.optional(v.picklist(['blank', 'keep'])),
    }),
  ),
  /** What the columns held, so that the next file can be held against it. */
  contract: v.optional(ContractSchema),
});
export type RecipeSource = v.InferOutput<typeof SourceSchema>;

export const StepSchema = v.object({
  /** Unique within the recipe and kept for life, so that fits and history can refer to it. */
  id: v.pipe(v.string(), v.minLength(1)),
  op: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  enabled: v.boolean(),
  params: v.record(v.string(), v.unknown()),
});
export type RecipeStep = v.InferOutput<typeof StepSchema>;

export const RecipeSchema = v.object({
  format: v.literal('tessera-recipe'),
  version: v.literal(1),
  /** What a person calls it. */
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  sources: v.pipe(v.array(SourceSchema), v.minLength(1)),
  steps: v.array(StepSchema),
});
/** The saved form of everything a person did. Normative text: docs/RECIPE.md. */
export type Recipe = v.InferOutput<typeof RecipeSchema>;

export const ModelSchema = v.object({
  format: v.literal('tessera-model'),
  version: v.literal(1),
  recipe: RecipeSchema,
  /** What each step learnt, by step id. */
  fits: v.record(v.string(), v.unknown()),
});
/** A recipe with what its steps learnt from one set of data. */
export type Model = v.InferOutput<typeof ModelSchema>;
