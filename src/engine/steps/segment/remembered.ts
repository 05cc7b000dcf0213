import type { ColumnTable } from 'arquero';

const answers = new WeakMap<ColumnTable, Map<string, unknown>>();

/**
 * The answer found before for the same table and question, else a new one. Tables never change, so an answer stays
 * true as long as its table lives; with the table it is forgotten. Another number of segments then costs nothing.
 */
export async function remembered<A>(
  table: ColumnTable,
  question: string,
  find: () => Promise<A>,
): Promise<A> {
  const known = answers.get(table) ?? new Map<string, unknown>();
  if (known.has(question)) return known.get(question) as A;
  const answer = await find();
  answers.set(table, known.set(question, answer));
  return answer;
}
