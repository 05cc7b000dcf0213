import type { ColumnTable } from 'arquero';
import type { ReadReport } from '../files/read-report';
import type { Grain, Role } from '../table/meta';
import type { Work } from '../work';
import type { ColumnFacts } from './column-facts';
import type { Copies } from './copying';
import { currencyFindings } from './currency-findings';
import { customerFindings } from './customer-findings';
import { digitsLost } from './digits-lost';
import { fileFindings } from './file-findings';
import { orderFindings } from './order-findings';
import { columnFindings } from './column-findings';
import type { RfmColumns } from './rfm-columns';
import { sharedFindings } from './shared-findings';
import { sheetFindings } from './sheet-findings';
import type { Finding, SortedColumn } from './understanding';

/** What the findings look at. */
export interface Examined {
  table: ColumnTable;
  /** The table before steps of the person's own, where there are any. */
  asRead?: ColumnTable | null;
  report: ReadReport;
  facts: readonly ColumnFacts[];
  grain: Grain;
  /** The column that has each role. */
  roles: ReadonlyMap<Role, string>;
  /** The money of a row; null without money. */
  money: ((row: number) => number) | null;
  moneyTotal: number | null;
  /** Marks each row that equals an earlier one in every cell. */
  copied: Uint8Array;
  /** The same where upper and lower case and white space do not count; null where no two texts differ by them alone. */
  alike: Uint8Array | null;
  /** What the money is counted in, as written; null where nothing says so. */
  currency: string | null;
  /** Columns the automatic recipe reads as numbers or dates. */
  needed: ReadonlySet<string>;
  lists: readonly SortedColumn[];
  rfm: RfmColumns | null;
  /** Today in ms; null where it is not known. */
  today: number | null;
  work: Work;
}

/** By how much each kind weighs: 0 adds up what cannot be added, 1 may make the result wrong, 2 changes what is counted, 3 is kept, 4 is a matter of taste. */
const WEIGHT: ReadonlyMap<string, number> = new Map([
  ['mixed-currencies', 0],
  ['several-currencies', 0],
  ['currencies-of-files', 0],
  ['text-in-number', 1],
  ['text-in-date', 1],
  ['repeated-key', 1],
  ['ambiguous-date', 1],
  ['no-customer', 1],
  ['blank', 2],
  ['never-ordered', 2],
  ['negative-quantity', 2],
  ['negative-amount', 2],
  ['copies', 2],
  ['unclosed-quote', 1],
  ['ragged', 2],
  ['repeated-names', 1],
  ['header-rows', 4],
  ['other-tables', 2],
  ['error-cells', 2],
  ['hidden-rows', 3],
  ['merged-names', 4],
  ['wrongly-decoded', 2],
  ['encoding-late', 2],
  ['spoilt-letters', 2],
  ['mended', 3],
  ['future-date', 2],
  ['near-copies', 3],
  ['times-apart', 4],
  ['free', 3],
  ['old-birth', 3],
  ['extreme', 3],
  ['rare-values', 3],
  ['copies-but-key', 3],
  ['copies-kept', 3],
  ['renamed-headers', 4],
  ['constant', 4],
  ['mostly-blank', 4],
  ['stored-left-out', 2],
  ['stored-faults', 1],
  ['stored-wal', 2],
  ['stored-json', 4],
  ['stored-hex', 4],
  ['stored-utc', 4],
  ['stored-count', 4],
  ['ids-end-in-zero', 4],
  ['mark-as-word', 4],
  ['number-as-date', 1],
  ['digits-lost', 1],
]);

/** What is worth knowing about the data, worst first; findings of equal weight by falling count. */
export async function findingsOf(
  given: Omit<Examined, 'copied' | 'alike'>,
  copies: () => Promise<Copies>,
): Promise<Finding[]> {
  const { exact: copied, loose: alike } = await copies();
  const examined = { ...given, copied, alike };
  const ofGrain = examined.grain === 'orders' ? orderFindings : customerFindings;
  const currencies = await currencyFindings(examined);
  const all = [
    ...currencies,
    ...fileFindings(examined).filter((finding) => !isSaid(finding, currencies)),
    ...sheetFindings(examined.report),
    ...(await ofGrain(examined)),
    ...(await sharedFindings(examined)),
    ...(await digitsLost(examined)),
    ...columnFindings(examined),
  ];
  const found = all.filter(({ count }) => count > 0);
  const weight = ({ code }: Finding) => WEIGHT.get(code) ?? 3;
  return found.sort((a, b) => weight(a) - weight(b) || b.count - a.count);
}

/** Whether the cells that are no numbers are those in another currency. */
const isSaid = ({ code, count, details }: Finding, currencies: readonly Finding[]): boolean =>
  code === 'text-in-number' &&
  currencies.some((one) => one.details['column'] === details['column'] && one.count >= count);
