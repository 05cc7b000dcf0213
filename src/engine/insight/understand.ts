import type { ReadResult } from '../files/read-report';
import type { RecipeSource } from '../recipe/schema';
import { unitOf } from '../recipe/source-table';
import { inBlocks } from '../steps/parts/blocks';
import { metaOf, type Grain, type Role } from '../table/meta';
import type { Work } from '../work';
import { automaticRecipe } from './automatic-recipe';
import { areCustomersMade } from './customers-made';
import { columnFacts, type ColumnFacts } from './column-facts';
import { combinedRead } from './combined-read';
import { columnLists } from './column-lists';
import { beginCopies } from './copying';
import { beginFacts } from './facts-elsewhere';
import { findingsOf } from './findings';
import { guessGrain } from './grain';
import { learnContract } from './learn-contract';
import { measuredFacts } from './measured-facts';
import { madeColumns } from './made-columns';
import { moneyColumns } from './money';
import { pricedColumns, statedCurrency } from './stated-currency';
import { moneyOfRow } from './money-of-row';
import { otherSources, plainSource } from './other-sources';
import { preparedRead, type Prepared } from './prepared-read';
import { productsOfMoney } from './products-of-money';
import { rfmColumns } from './rfm-columns';
import { rolesForNaming } from './roles';
import { rolesAndMoney } from './roles-and-money';
import { withSaidRoles } from './said-roles';
import type { Choices, ColumnSummary, Currency, Money, RoleGuess, Understanding } from './understanding';

/**
 * Everything the check screen says about a file: what each row and column is, how sure that is, what is worth knowing,
 * and the automatic recipe. The person's choices win over the guesses.
 * @param prepared what steps of the person's own made of the table; they stand before the automatic ones
 */
export async function understand(
  read: ReadResult,
  choices: Choices,
  work: Work,
  prepared: Prepared | null = null,
): Promise<Understanding> {
  const chosen = withSaidRoles(choices, prepared);
  const whole = prepared?.files ? combinedRead(prepared.files.reads, prepared) : read;
  const { table, report } = prepared ? preparedRead(whole, prepared.table) : read;
  const elsewhere = beginFacts(table, work);
  const copies = beginCopies(table, work);
  const facts = await columnFacts(table, report, work, elsewhere);
  const nameless = !report.options.header;
  const guessed = guessGrain(facts, chosen.roles ?? new Map<string, Role | null>(), nameless);
  const isMade = areCustomersMade(prepared);
  const grain = isMade ? 'customers' : (chosen.grain ?? guessed.grain);
  const measured = await measuredFacts(facts, table, report.options.decimal, grain, work);
  const { guesses, money: guessedMoney } = rolesAndMoney(
    [facts, measured],
    grain,
    rolesWithKey(chosen, grain),
    nameless,
    madeColumns(whole, prepared),
    (guess) => grain === 'orders' || !isDemoted(guess, chosen),
  );
  const roles = new Map(guesses.map(({ role, column }) => [role, column]));
  const ofCustomers = grain === 'customers';
  const rfm = ofCustomers ? await rfmColumns(measured, guesses, work) : null;
  const lists = ofCustomers
    ? await columnLists(measured, guesses, rfm && { rfm, alone: !isMade }, chosen.lists ?? new Map(), work)
    : [];
  const money = usable(chosen.money, facts) ? chosen.money : guessedMoney;
  const rowMoney = money ? await moneyOfRow(table, money, roles, facts, report.options.decimal, work) : null;
  const currency = await currencyOf(chosen, money, facts, work);
  const total = rowMoney ? await sumOf(rowMoney, table.totalRows(), work) : null;
  const needed = new Set([
    ...moneyColumns(money),
    ...[roles.get('date'), roles.get('quantity'), rfm?.recency].filter((name) => name !== undefined),
  ]);
  const examined = {
    table, asRead: prepared && whole.table, report, facts, grain, roles, money: rowMoney, moneyTotal: total, needed, lists, rfm, work,
    today: chosen.today ?? null, currency: currency.unit,
  }; // prettier-ignore
  const findings = await findingsOf(examined, copies);
  const naming = rolesForNaming(guesses, facts);
  const roleOf = new Map([...naming].map(([role, column]) => [column, role]));
  const file = isMade ? orderSource(read, prepared) : plainSource(read, grain, roleOf);
  const plain = withUnits(file, isMade ? pricedIn(file) : pricedColumns(money), currency);
  const source = { ...plain, ...contractOf(facts, guesses, prepared) };
  const steps = prepared?.steps ?? [];
  const others = otherSources(prepared?.files?.reads ?? [], steps, source.grain, roleOf).map((one, i) => {
    const contract = prepared?.otherContracts?.[i];
    return contract ? { ...one, contract } : one;
  });
  const unnamed = findings.find(({ code }) => code === 'no-customer')?.details['money'];
  return {
    report,
    source,
    others,
    columns: summaries(facts, guesses, new Map(pricedColumns(money).map((name) => [name, currency.unit]))),
    guesses,
    grain,
    grainConfidence: chosen.grain || isMade ? 1 : guessed.confidence,
    customers: customersIn(facts, grain === 'orders' ? roles.get('customer') : undefined),
    ...dates(facts, roles.get('date')),
    money,
    products: grain === 'orders' ? productsOfMoney(facts, guesses, money) : [],
    currency,
    moneyTotal: total,
    moneyWithoutCustomer: total === null ? null : typeof unnamed === 'number' ? unnamed : 0,
    lists,
    findings,
    recipe: automaticRecipe({
      report,
      sources: [source, ...others],
      before: steps,
      sourceRows: metaOf(table).sourceRows,
      grain,
      roles: naming,
      money,
      lists,
      rfm,
      facts,
      measured,
      othersBlank: chosen.othersBlank ?? [],
    }),
  };
}

/** The file that customers were made of: its columns mean what they meant before. */
const orderSource = (read: ReadResult, prepared: Prepared | null): RecipeSource => {
  const roles = prepared?.source?.columns.flatMap(({ name, role }) => (role ? [[name, role] as const] : []));
  return plainSource(read, 'orders', new Map(roles));
};

const pricedIn = ({ columns }: RecipeSource): string[] =>
  columns.flatMap(({ name, role }) => (role === 'amount' || role === 'price' ? [name] : []));

/** What the columns hold as they were read; steps before do not change it. */
function contractOf(
  facts: readonly ColumnFacts[],
  guesses: readonly RoleGuess[],
  prepared: Prepared | null,
): Pick<RecipeSource, 'contract'> {
  if (prepared) return prepared.contract ? { contract: prepared.contract } : {};
  return { contract: learnContract(facts, new Map(guesses.map(({ column, role }) => [column, role]))) };
}

/** The roles chosen; a column put into the key's list is the customer. */
function rolesWithKey({ roles, lists }: Choices, grain: Grain): ReadonlyMap<string, Role | null> {
  const all = new Map(roles);
  if (grain === 'orders') return all;
  for (const [column, list] of lists ?? []) {
    if (list === 'key') all.set(column, 'customer');
  }
  return all;
}

/** Whether the person put the column of the customer into another list. */
const isDemoted = ({ role, column }: RoleGuess, { lists }: Choices) =>
  role === 'customer' && (lists?.get(column) ?? 'key') !== 'key';

/** Whether money was chosen, in columns that are there. */
function usable(money: Money | null | undefined, facts: readonly ColumnFacts[]): money is Money | null {
  if (money === undefined) return false;
  return moneyColumns(money).every((column) => facts.some(({ name }) => name === column));
}

/** The money of all rows; rows whose money is unknown add nothing, and null if it is unknown in all of them. */
async function sumOf(money: (row: number) => number, rows: number, work: Work): Promise<number | null> {
  let sum = 0;
  let known = 0;
  await inBlocks(rows, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = money(row);
      if (value !== value) continue;
      sum += value;
      known++;
    }
  });
  return known > 0 ? sum : null;
}

/** What a person says money is counted in, else what the file says. */
async function currencyOf(
  { currency }: Choices,
  money: Money | null,
  facts: readonly ColumnFacts[],
  work: Work,
): Promise<Currency> {
  const stated = await statedCurrency(money, facts, work);
  if (currency === undefined || currency === stated.unit) return { ...stated, stated: stated.unit };
  return { unit: currency, from: 'chosen', stated: stated.unit };
}

/** The source with what its columns of money are counted in, where their format does not say so. */
const withUnits = (source: RecipeSource, priced: readonly string[], { unit }: Currency): RecipeSource => ({
  ...source,
  columns: source.columns.map((column) =>
    unit === null || !priced.includes(column.name) || unitOf(column) === unit ? column : { ...column, unit },
  ),
});

function summaries(
  facts: readonly ColumnFacts[],
  guesses: readonly RoleGuess[],
  units: ReadonlyMap<string, string | null>,
): ColumnSummary[] {
  const roleOf = new Map(guesses.map(({ column, role }) => [column, role]));
  return facts.map((one) => {
    const { name, kind, missing, distinct, histogram, min, max, hasTime, examples, top } = one;
    const role = roleOf.get(name) ?? null;
    const identifier = one.identifier || (kind === 'text' && (role === 'customer' || role === 'order'));
    const unit = kind === 'number' ? (units.get(name) ?? one.reading?.unit ?? null) : null;
    return {
      name,
      kind,
      role,
      unit,
      identifier,
      missing,
      distinct,
      histogram,
      min,
      max,
      hasTime,
      examples,
      top,
    };
  });
}

function customersIn(facts: readonly ColumnFacts[], customer: string | undefined): number {
  if (customer === undefined) return facts[0]?.rows ?? 0;
  return facts.find(({ name }) => name === customer)?.distinct ?? 0;
}

function dates(facts: readonly ColumnFacts[], date: string | undefined): Pick<Understanding, 'from' | 'to'> {
  const found = facts.find(({ name, kind }) => name === date && kind === 'date');
  return { from: found?.min ?? null, to: found?.max ?? null };
}
