import * as v from 'valibot';
import {
  parseRecipe,
  sizesFit,
  type PackedTable,
  type ReadReport,
  type Understanding,
} from '../../engine/index';
import type { Moment, SessionState } from '../api';
import { AnswersSchema } from './answers';
import { CampaignSchema } from './campaign';
import { ListsSchema } from './lists';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Text = v.pipe(v.string(), v.maxLength(100_000));
const Texts = v.array(Text);
const Sizes = v.array(v.array(Count));
const Pair = v.tuple([Text, Text]);
const Grain = v.picklist(['orders', 'customers']);

const Column = v.object({
  name: Text,
  kind: v.picklist(['number', 'date', 'text', 'boolean']),
  hasTime: v.boolean(),
  spelling: v.nullable(Pair),
});

const Table = v.object({
  columns: v.array(Column),
  grain: Grain,
  key: v.nullable(Text),
  roles: v.array(Pair),
  origins: v.array(Pair),
  units: v.optional(v.array(Pair)),
});

const Info = v.object({
  name: Text,
  file: Text,
  bytes: Count,
  rows: Count,
  columns: Count,
  segments: v.nullable(Count),
  changed: v.number(),
});

const Choice = v.looseObject({
  grain: v.optional(Grain),
  roles: v.optional(v.array(v.tuple([Text, v.nullable(Text)]))),
  lists: v.optional(v.array(Pair)),
  currency: v.optional(v.nullable(Text)),
  othersBlank: v.optional(Texts),
  columns: v.optional(v.array(v.tuple([Text, v.looseObject({ kind: Text })]))),
  files: v.optional(Texts),
  before: v.optional(v.array(v.looseObject({ op: Text }))),
  refused: v.optional(Texts),
});

const MomentSchema = v.object({
  recipe: v.unknown(),
  choice: Choice,
  parent: v.optional(v.nullable(Count)),
  next: v.optional(Count),
  when: v.optional(v.number()),
});

const Report = v.looseObject({
  name: Text,
  bytes: Count,
  rows: Count,
  options: v.looseObject({ delimiter: Text }),
  columns: v.array(v.looseObject({ name: Text, kind: Text })),
  missingMarks: v.array(v.unknown()),
  renamed: v.array(v.unknown()),
});

const Understood = v.looseObject({
  report: Report,
  columns: v.array(v.looseObject({ name: Text, kind: Text })),
  guesses: v.array(v.looseObject({ column: Text, role: Text })),
  grain: Grain,
  customers: Count,
  lists: v.array(v.looseObject({ column: Text, list: Text })),
  findings: v.array(
    v.looseObject({ code: Text, count: v.number(), details: v.record(v.string(), v.unknown()) }),
  ),
  recipe: v.looseObject({ ok: v.boolean() }),
});

const File = v.object({ table: Table, report: Report, sizes: Sizes, file: v.nullable(Count) });

const Fits = v.nullable(v.record(v.string(), v.unknown()));

const Then = v.object({
  name: Text,
  key: Text,
  names: v.pipe(Texts, v.maxLength(255)),
  table: v.pipe(
    Table,
    v.check(({ columns }) => columns.length === 1, 'one column'),
  ),
  sizes: v.array(Count),
  segments: Count,
  worth: v.boolean(),
});

const Reused = v.object({
  from: Text,
  recipe: v.unknown(),
  fits: v.record(v.string(), v.unknown()),
  then: v.nullable(Then),
});

const Format = v.literal('tessera-session');

const WholeSchema = v.object({
  format: Format,
  kind: v.literal('session'),
  info: Info,
  history: v.pipe(v.array(MomentSchema), v.minLength(1)),
  cursor: Count,
  understanding: Understood,
  fits: Fits,
  files: v.pipe(v.array(File), v.minLength(1)),
  reused: v.nullable(Reused),
  answers: AnswersSchema,
  campaign: CampaignSchema,
  lists: ListsSchema,
});

const ModelSchema = v.object({
  format: Format,
  kind: v.literal('model'),
  name: Text,
  recipe: v.unknown(),
  fits: Fits,
});

const Schema = v.variant('kind', [WholeSchema, ModelSchema]);

/** What stands before the cells of a whole session. */
export interface WholeDescription extends Omit<
  v.InferOutput<typeof WholeSchema>,
  'info' | 'history' | 'understanding' | 'files'
> {
  info: Omit<SessionState['info'], 'id'>;
  history: readonly Moment[];
  understanding: Understanding;
  files: readonly { table: PackedTable; report: ReadReport; sizes: number[][]; file: number | null }[];
}

/** What a file holds that was saved without rows. */
export type ModelDescription = v.InferOutput<typeof ModelSchema>;

/**
 * The description of a session file, or null where it is none. Recipes of older versions are brought up.
 * @throws EngineError `newer-version`, `not-a-recipe`
 */
export function descriptionIn(plain: unknown): WholeDescription | ModelDescription | null {
  const found = v.safeParse(Schema, plain);
  if (!found.success) return null;
  const said = found.output;
  if (said.kind === 'model') return { ...said, recipe: parseRecipe(said.recipe) };
  const { history, cursor, files, reused } = said;
  if (cursor >= history.length || !files.every(({ table, sizes }) => sizesFit(table.columns, sizes)))
    return null;
  if (reused?.then && !thenFits(reused.then)) return null;
  const moments = history.map((moment) => {
    const recipe = parseRecipe(moment.recipe);
    if (moment.choice.before) parseRecipe({ ...recipe, steps: moment.choice.before });
    return { ...moment, recipe };
  });
  return {
    ...said,
    history: moments,
    ...(reused && { reused: { ...reused, recipe: parseRecipe(reused.recipe) } }),
  } as unknown as WholeDescription;
}

/** As many segments as customers. */
function thenFits({ table, sizes, segments }: v.InferOutput<typeof Then>): boolean {
  const [first = 0] = sizes;
  const { kind } = table.columns[0]!;
  const wide = kind === 'text' ? 4 : kind === 'boolean' ? 1 : 8;
  return sizesFit(table.columns, [sizes]) && first / wide === segments;
}
