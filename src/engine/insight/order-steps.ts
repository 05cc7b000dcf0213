import type { Draft, Drafts, RecipeInput, Refusal } from './automatic-recipe';
import type { ColumnFacts } from './column-facts';
import { moneyColumns } from './money';
import { conversion } from './needed-numbers';
import { takenLabels } from './taken-labels';

const MADE = ['recency_days', 'frequency', 'monetary'];

/** Copies out, incomplete rows aside, orders added up per customer, logs, one scale, segments. */
export function orderSteps(input: RecipeInput): Drafts {
  const { roles, money, facts } = input;
  const [customer, date] = [roles.get('customer'), roles.get('date')];
  if (customer === undefined) return refusal('no-customer');
  if (date === undefined) return refusal('no-date');
  if (!money) return refusal('no-money');
  const needed = moneyColumns(money);
  const quantity = roles.get('quantity');
  const counted = quantity === undefined ? needed : [...new Set([...needed, quantity])];
  const factsOf = new Map(facts.map((column) => [column.name, column]));
  const { decimal } = input.report.options;
  const conversions: Draft[] = [];
  for (const column of [date, ...counted]) {
    const converted = conversion(factsOf.get(column)!, column === date ? 'date' : 'number', decimal);
    if (!converted.ok) return converted;
    conversions.push(...converted.steps);
  }
  const kept = [customer, date, ...needed];
  return {
    ok: true,
    steps: [
      ...conversions,
      { op: 'drop-duplicates', params: {} },
      {
        op: 'drop-missing',
        params: { columns: kept, label: whatIsWanting(kept.map((name) => factsOf.get(name)!)) },
      },
      { op: 'rfm', params: rfmParams(input, customer, date) },
      { op: 'transform', params: { columns: MADE, with: 'log1p' } },
      { op: 'scale', params: { columns: MADE.map((name) => `${name}_log`), with: 'z' } },
      {
        op: 'segment',
        params: { columns: MADE.map((name) => `${name}_log_z`), k: 'auto', ...takenLabels(facts) },
      },
    ],
  };
}

function rfmParams({ roles, money }: RecipeInput, customer: string, date: string) {
  const byProduct = money?.by === 'product' ? money : null;
  return {
    customer,
    date,
    order: roles.get('order') ?? null,
    amount: money?.by === 'amount' ? money.column : null,
    quantity: byProduct?.quantity ?? roles.get('quantity') ?? null,
    price: byProduct?.price ?? null,
    referenceDate: null,
  };
}

/** The words of the step's sentence: only the customer, unless other needed cells are blank too. */
function whatIsWanting([, ...others]: readonly ColumnFacts[]): string {
  return others.some(({ missing }) => missing > 0) ? 'a customer, date or amount' : 'a customer';
}

const refusal = (code: Refusal['code']): Refusal => ({ ok: false, code, details: {} });
