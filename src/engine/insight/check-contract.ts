import type { ReadResult } from '../files/read-report';
import { columnsUsed } from '../recipe/columns-used';
import type { ColumnContract } from '../recipe/contract';
import type { Recipe, RecipeSource } from '../recipe/schema';
import { kindsOf } from '../recipe/source-table';
import { validate } from '../recipe/validate';
import { inBlocks } from '../steps/parts/blocks';
import type { Role } from '../table/meta';
import type { Work } from '../work';
import { columnFacts, type ColumnFacts } from './column-facts';
import { guessGrain } from './grain';
import { categoriesOf } from './learn-contract';
import { unitOf } from '../recipe/source-table';
import { matchColumns, type MatchReason, type ProposedName } from './match-columns';
import { guessRoles } from './roles';

/** One way in which a file is not what its recipe was made for. */
export interface Difference {
  code: 'missing' | 'renamed' | 'kind' | 'range' | 'categories' | 'repeats' | 'blanks' | 'unit' | 'new';
  /** As the recipe calls it; the file's own name of a new one. */
  column: string;
  /**
   * `breaks`: steps need the column and cannot have it as it is. `differs`: they run, but the answer may not mean the
   * same. `note`: nothing depends on it.
   */
  severity: 'breaks' | 'differs' | 'note';
  /** What the sentence needs: `found`, `was`, `is`, `count`, `least`, `most`, `values`, `share`. */
  details: Readonly<Record<string, string | number>>;
}

/** What a file and a recipe have to say to each other before anything runs. */
export interface Comparison {
  /** Worst first. */
  differences: readonly Difference[];
  /** Columns of the recipe that the file lacks, with the column of the file to take instead; null: none. */
  names: readonly { column: string; found: string | null; reason: MatchReason | null }[];
  /** Columns of the file that the recipe does not know. */
  spare: readonly string[];
}

const RISEN = 0.2;
const NAMED = 5;
/** That amounts and days were all different is chance; that these were is not. */
const KEYS: ReadonlySet<Role> = new Set(['customer', 'order', 'email', 'phone']);
const ORDER = ['breaks', 'differs', 'note'] as const;

/**
 * Holds a file, its columns renamed already where that was said, against what the recipe was made from. Numbers are
 * out of range where they lie further beyond it than it is wide, or below 0 where none were; dates move on by nature.
 * @param place of the file among the recipe's sources
 */
export async function checkContract(
  recipe: Recipe,
  read: ReadResult,
  work: Work,
  place = 0,
): Promise<Comparison> {
  const source = recipe.sources[place]!;
  const facts = await columnFacts(read.table, read.report, work);
  const factsOf = new Map(facts.map((one) => [one.name, one]));
  const proposed = new Map(proposals(source, facts, read).map((one) => [one.column, one]));
  const used = columnsUsed(recipe);
  const learnt = new Map(source.contract?.columns.map((one) => [one.name, one]));
  const known = new Set(source.columns.map(({ name }) => name));
  const unfit = place === 0 ? unfitFor(recipe, read) : used;
  const differences: Difference[] = [];
  for (const column of source.columns) {
    const { name, kind, role } = column;
    const is = factsOf.get(name);
    const needed = used.has(name);
    if (!is) differences.push(absent(name, proposed.get(name)?.found ?? null, needed));
    else if (is.kind !== kind && is.missing < is.rows)
      differences.push({
        code: 'kind',
        column: name,
        severity: unfit.has(name) ? 'breaks' : needed ? 'differs' : 'note',
        details: { was: kind, is: is.kind },
      });
    else {
      const [before, now] = [unitOf(column), is.reading?.unit ?? null];
      // A sign that is gone may still be meant; another one is another money.
      if (before !== null && now !== null && before !== now)
        differences.push({
          code: 'unit',
          column: name,
          severity: needed ? 'differs' : 'note',
          details: { was: before, is: now },
        });
      const was = learnt.get(name);
      const isKey = kind === 'text' || (role !== null && KEYS.has(role));
      if (was)
        differences.push(
          ...(await departures(
            { ...was, unique: was.unique && isKey },
            is,
            needed ? 'differs' : 'note',
            work,
          )),
        );
    }
  }
  const spare = facts.map(({ name }) => name).filter((name) => !known.has(name));
  const taken = new Set([...proposed.values()].map(({ found }) => found));
  for (const column of spare)
    if (!taken.has(column)) differences.push({ code: 'new', column, severity: 'note', details: {} });
  differences.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const names = source.columns
    .filter(({ name }) => !factsOf.has(name))
    .map(({ name }) => {
      const { found = null, reason = null } = proposed.get(name) ?? {};
      return { column: name, found, reason };
    });
  return { differences, names, spare };
}

/** Whether anything needs a person's word before the recipe runs. */
export const isBroken = ({ differences }: Pick<Comparison, 'differences'>): boolean =>
  differences.some(({ severity }) => severity !== 'note');

/** Columns of a kind that steps cannot work with. */
const unfitFor = (recipe: Recipe, { table }: ReadResult): Set<string> =>
  new Set(
    validate(recipe, kindsOf(table)).flatMap(({ code, details }) =>
      code === 'wrong-kind' ? [String(details['column'])] : [],
    ),
  );

function proposals(
  source: RecipeSource,
  facts: readonly ColumnFacts[],
  { report }: ReadResult,
): ProposedName[] {
  const nameless = !report.options.header;
  const { grain } = guessGrain(facts, new Map(), nameless);
  return matchColumns(source, facts, guessRoles(facts, grain, new Map(), nameless));
}

function absent(column: string, found: string | null, needed: boolean): Difference {
  if (found !== null)
    return { code: 'renamed', column, severity: needed ? 'breaks' : 'note', details: { found } };
  return { code: 'missing', column, severity: needed ? 'breaks' : 'note', details: {} };
}

async function departures(
  was: ColumnContract,
  is: ColumnFacts,
  severity: Difference['severity'],
  work: Work,
): Promise<Difference[]> {
  const found: Difference[] = [];
  const add = (code: Difference['code'], details: Difference['details']) =>
    found.push({ code, column: was.name, severity, details });
  const share = is.rows > 0 ? is.missing / is.rows : 0;
  if (share > was.blank + RISEN) add('blanks', { was: was.blank, share });
  const present = is.rows - is.missing;
  if (was.unique && is.distinct < present) add('repeats', { count: present - is.distinct });
  if (was.range) {
    const outside = await outOfRange(was.range, is, work);
    if (outside.count > 0) add('range', outside);
  }
  if (was.categories) {
    const before = new Set(was.categories);
    const unknown = categoriesOf(is.column).filter((text) => !before.has(text));
    if (unknown.length > 0)
      add('categories', { count: unknown.length, values: unknown.slice(0, NAMED).join(', ') });
  }
  return found;
}

async function outOfRange(
  [least, most]: readonly [number, number],
  { column, min, max }: ColumnFacts,
  work: Work,
): Promise<{ count: number; least: number; most: number; value: number }> {
  const width = most - least;
  const [low, high] = [least >= 0 ? Math.max(0, least - width) : least - width, most + width];
  let count = 0;
  let value = 0;
  if (column.kind === 'number' && min !== null && max !== null && (min < low || max > high)) {
    const { values } = column;
    await inBlocks(values.length, 'looking', work, (from, to) => {
      for (let row = from; row < to; row++) if (values[row]! < low || values[row]! > high) count++;
    });
    value = max > high ? max : min;
  }
  return { count, least, most, value };
}
