import type { Draft, Drafts, RecipeInput, Refusal } from './automatic-recipe';
import type { ColumnFacts } from './column-facts';
import { joinedColumns } from './joined-columns';
import { moneyColumns } from './money';
import { conversion } from './needed-numbers';
import { takenLabels } from './taken-labels';
import type { Money } from './understanding';

const MADE = ['recency_days', 'frequency', 'monetary'];

/** Copies out, incomplete rows aside, orders added up per customer, logs, one scale, segments. */
export function orderSteps(input: RecipeInput): Drafts {
  const { roles, money, facts } = input;
  const [customer, date] = [roles.get('customer'), roles.get('date')];
  if (customer === undefined) return refusal('no-customer');
  if (date === undefined) return refusal('no-date');
  if (!money || money.by === 'total') return refusal('no-money');
  const needed = moneyColumns(money);
  const factsOf = new Map(facts.map((column) => [column.name, column]));
  const { decimal } = input.report.options;
  const conversions: Draft[] = [];
  for (const column of [date, ...needed]) {
    const kind = column === date ? 'date' : 'number';
    const converted = conversion(factsOf.get(column)!, kind, decimal, input.othersBlank);
    if (!converted.ok) return converted;
    conversions.push(...converted.steps);
  }
  // Beside an amount the quantity only tells returns; one that is not all numbers is left aside.
  const counted = roles.get('quantity');
  const quantity = counted !== undefined && factsOf.get(counted)?.kind === 'number' ? counted : null;
  const order = roles.get('order') ?? null;
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
      {
        op: 'rfm',
        params: {
          customer,
          date,
          order,
          ...rfmMoney(money, quantity),
          referenceDate: null,
          ...keepParam(input),
        },
      },
      { op: 'transform', params: { columns: MADE, with: 'log1p' } },
      { op: 'scale', params: { columns: MADE.map((name) => `${name}_log`), with: 'z' } },
      {
        op: 'segment',
        params: { columns: MADE.map((name) => `${name}_log_z`), k: 'auto', ...takenLabels(facts) },
      },
    ],
  };
}

const keepParam = (input: RecipeInput) => {
  const keep = joinedColumns(input);
  return keep.length > 0 ? { keep } : {};
};

function rfmMoney(money: Money, quantity: string | null) {
  if (money.by === 'product') return { amount: null, quantity: money.quantity, price: money.price };
  return { amount: money.by === 'amount' ? money.column : null, quantity, price: null };
}

/** The words of the step's sentence: only the customer, unless other needed cells are blank too. */
function whatIsWanting([, ...others]: readonly ColumnFacts[]): string {
  const canBeBlank = ({ missing, kind }: ColumnFacts) => missing > 0 || kind === 'text';
  return others.some(canBeBlank) ? 'a customer, date or amount' : 'a customer';
}

const refusal = (code: Refusal['code']): Refusal => ({ ok: false, code, details: {} });
