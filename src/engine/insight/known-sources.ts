import type { ReadResult } from '../files/read-report';
import type { ColumnContract, Contract } from '../recipe/contract';
import type { RecipeSource, RecipeStep } from '../recipe/schema';
import { plainName } from '../steps/append/plain-name';
import type { Work } from '../work';
import { columnFacts } from './column-facts';
import { guessGrain } from './grain';
import { learnContract } from './learn-contract';
import { plainSource } from './other-sources';
import { guessRoles } from './roles';

/**
 * Files as a recipe keeps them before anything is understood: how each was read, and what its columns held. Files of
 * one shape promise together: the next may be like any of them.
 * @param steps that make one table of the files
 * @throws Stopped
 */
export async function knownSources(
  reads: readonly ReadResult[],
  steps: readonly RecipeStep[],
  work: Work,
): Promise<RecipeSource[]> {
  const contracts: Contract[] = [];
  for (const read of reads) contracts.push(await contractOf(read, work));
  const append = steps.find(({ op, enabled }) => op === 'append' && enabled)?.params.sources;
  const alike = new Set(Array.isArray(append) ? [0, ...append.map(Number)] : []);
  const columns = contracts.flatMap((one, i) => (alike.has(i) ? one.columns : []));
  return reads.map((read, i) => {
    const own = contracts[i]!;
    const contract = alike.has(i)
      ? { ...own, columns: own.columns.map((one) => together(one, columns)) }
      : own;
    return { ...plainSource(read, 'orders'), contract };
  });
}

async function contractOf({ table, report }: ReadResult, work: Work): Promise<Contract> {
  const facts = await columnFacts(table, report, work);
  const nameless = !report.options.header;
  const { grain } = guessGrain(facts, new Map(), nameless);
  const guesses = guessRoles(facts, grain, new Map(), nameless);
  return learnContract(facts, new Map(guesses.map(({ column, role }) => [column, role])));
}

/** What a column held in all files; categories only if it had few in each. */
function together(own: ColumnContract, columns: readonly ColumnContract[]): ColumnContract {
  const same = columns.filter(({ name }) => plainName(name) === plainName(own.name));
  const ranges = same.flatMap(({ range }) => range ?? []);
  const few = same.every(({ categories }) => categories !== undefined);
  return {
    name: own.name,
    blank: Math.max(...same.map(({ blank }) => blank)),
    unique: same.every(({ unique }) => unique),
    ...(own.range && { range: [Math.min(...ranges), Math.max(...ranges)] as [number, number] }),
    ...(few && { categories: [...new Set(same.flatMap(({ categories = [] }) => categories))] }),
  };
}
