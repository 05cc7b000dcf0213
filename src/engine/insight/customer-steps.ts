import type { Draft, Drafts, RecipeInput } from './automatic-recipe';
import { moneyColumns } from './money';
import { conversion } from './needed-numbers';
import { takenLabels } from './taken-labels';

/**
 * Copies out, blanks of grouping columns filled, long tails evened out, one scale, segments.
 * Without a key, rows that are alike may be different people and stay.
 */
export function customerSteps({ report, lists, money, facts, measured, roles }: RecipeInput): Drafts {
  const grouped = lists.filter(({ list }) => list === 'grouped-by').map(({ column }) => column);
  if (grouped.length === 0) return { ok: false, code: 'no-features', details: {} };
  const worth = moneyColumns(money);
  const conversions: Draft[] = [];
  for (const column of new Set([...grouped, ...worth])) {
    const converted = conversion(
      facts.find(({ name }) => name === column)!,
      'number',
      report.options.decimal,
    );
    if (!converted.ok) return converted;
    conversions.push(...converted.steps);
  }
  const factsOf = new Map(measured.map((column) => [column.name, column]));
  const blank = grouped.filter((name) => factsOf.get(name)!.missing > 0);
  const tailed = grouped.filter((name) => hasLongTail(factsOf.get(name)!));
  const evened = grouped.map((name) => (tailed.includes(name) ? `${name}_log` : name));
  const segment = { columns: evened.map((name) => `${name}_z`), k: 'auto', ...takenLabels(facts) };
  return {
    ok: true,
    steps: [
      ...conversions,
      ...(roles.has('customer') ? [{ op: 'drop-duplicates', params: {} }] : []),
      ...(blank.length > 0 ? [{ op: 'fill-missing', params: { columns: blank, with: 'median' } }] : []),
      ...(tailed.length > 0 ? [{ op: 'transform', params: { columns: tailed, with: 'log1p' } }] : []),
      { op: 'scale', params: { columns: evened, with: 'z' } },
      { op: 'segment', params: worth.length > 0 ? { ...segment, money: [...worth] } : segment },
    ],
  };
}

const hasLongTail = ({ min, spread }: RecipeInput['facts'][number]) =>
  spread !== null && min !== null && min >= 0 && spread.skewness > 1;
