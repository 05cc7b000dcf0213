import type { ColumnTable } from 'arquero';
import type { Segmentation } from '../../insight/segmentation';
import { writeCsv } from '../../files/write-csv';
import type { RunOutcome } from '../../recipe/outcome';
import type { Recipe } from '../../recipe/schema';
import { columnNames, columnOf } from '../../table/table';
import type { Work } from '../../work';
import { everyColumn } from '../book-tables';
import type { ExportNotes } from '../export-notes';
import { FormulaGuard } from '../formula-guard';
import { madeColumns } from '../made-columns';
import { parquetTable } from '../parquet-table';
import { zipArchive, type ArchivedFile } from '../zip-archive';
import { customersOfStar } from './customers';
import { calendar } from './date-keys';
import { starDictionary } from './dictionary';
import { ordersBefore, ordersOfStar } from './orders';
import { profilesOfStar, segmentsOfStar } from './segments';
import type { StarTable } from './star-table';

/** What a person chooses of a star. */
export interface StarChoice {
  format: 'parquet' | 'csv';
  /** Whether the rows that customers were made of go along, where there are some. */
  orders: boolean;
  /** Whether e-mails, phone numbers and names go along. */
  contacts: boolean;
  /** What is usually done with segments, by number; only where nobody wrote what is to be done. None where absent. */
  actions?: ReadonlyMap<number, string>;
}

/** What it is made of. */
export interface StarWork {
  recipe: Recipe;
  outcome: RunOutcome;
  segmentation: Segmentation;
  source: ColumnTable;
}

/**
 * Tables for a BI tool that fit each other by keys: customers, segments, profiles, dates, orders where customers were
 * made of some, and a dictionary of them all. A key is blank or stands in the table it points to.
 * @throws EngineError `missing-column`; Stopped
 */
export async function starTables(
  { recipe, outcome, segmentation, source }: StarWork,
  { orders: wanted, contacts, actions = new Map() }: Omit<StarChoice, 'format'>,
  work: Work,
): Promise<StarTable[]> {
  const made = madeColumns(recipe, outcome.used);
  const customers = customersOfStar(outcome.table, contacts, made);
  const before = wanted ? ordersBefore(recipe, outcome, source) : null;
  const orders = before && (await ordersOfStar(before, outcome.table, contacts, work));
  const facts = orders ? [customers, orders] : [customers];
  const dates = calendar(
    facts.flatMap(({ table }) => columnNames(table).map((name) => columnOf(table, name))),
  );
  const tables = [
    customers,
    segmentsOfStar(segmentation, actions),
    profilesOfStar(segmentation, made),
    ...(dates.table.numRows() > 0 ? [dates] : []),
    ...(orders ? [orders] : []),
  ];
  return [...tables, starDictionary(tables)];
}

/**
 * The tables as files in a zip.
 * @param notes counts cells of CSV that began like a formula
 * @param moment what the files bear, in ms of the wall clock
 * @throws EngineError `missing-column`; Stopped
 */
export async function* writeStar(
  of: StarWork,
  choice: StarChoice,
  work: Work,
  notes: ExportNotes,
  moment?: number,
): AsyncGenerator<Uint8Array> {
  const tables = await starTables(of, choice, work);
  yield* zipArchive(
    tables.map((one) => fileOf(one, choice.format, work, notes)),
    { moment },
  );
}

function fileOf(
  { name, table }: StarTable,
  format: StarChoice['format'],
  work: Work,
  notes: ExportNotes,
): ArchivedFile {
  const columns = everyColumn(table);
  const look = { delimiter: ',', decimal: '.', guard: new FormulaGuard(notes) } as const;
  return {
    name: `${name}.${format}`,
    parts: format === 'parquet' ? parquetTable(table, columns, work) : writeCsv(table, columns, look, work),
  };
}
