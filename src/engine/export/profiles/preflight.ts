import { inBlocks } from '../../steps/parts/blocks';
import type { Work } from '../../work';
import { limitsOf } from './file-lines';
import { harmless } from './harmless';
import { lostOf, type Lost } from './lost-rows';
import { planFiles, type ProfileFile } from './profile-files';
import type { PreparedRows } from './prepare-rows';
import { unlikelyColumns, type UnlikelyColumn } from './unlikely-columns';
import { ROW_REASONS, type CellReason, type RowReason } from './reasons';

/** So many of each reason are shown; the list of all is a file of its own. */
const SHOWN = 5;

/** What is worth a warning, with the numbers its sentence needs. */
export type PreflightWarning =
  /** Fields filled from columns that look like something else. */
  | { code: 'unlikely'; columns: readonly UnlikelyColumn[] }
  | { code: 'no-consent-column' }
  /** Fewer people in a file than the destination matches. */
  | { code: 'small-audience'; least: number; files: readonly ProfileFile[] }
  | { code: 'split'; files: number }
  /** More rows than the destination takes a day. */
  | { code: 'over-a-day'; daily: number }
  | { code: 'too-many-columns'; columns: number; most: number }
  /** Rows that nothing tells from others there: each import makes them anew. */
  | { code: 'no-key'; rows: number }
  /** Columns of one's own that go under other headers, for theirs is taken. */
  | { code: 'renamed'; columns: readonly { column: string; header: string }[] }
  /** Headers of columns of one's own that begin like a formula and get an apostrophe. */
  | { code: 'guarded-headers'; headers: readonly string[] };

/** What a file would hold and what it would not, before it is written. */
export interface Preflight {
  /** Customers of the chosen segments. */
  chosen: number;
  written: number;
  /** Customers who are not in the file, by reason; those of them and of `cells` that nobody has are left out. */
  lost: readonly { reason: RowReason; customers: number }[];
  /** Written customers of whom a cell is left blank or shorter. */
  changed: number;
  /** Cells that got an apostrophe. */
  guarded: number;
  /** Cells that are not in their row, shorter, or behind an apostrophe. */
  cells: readonly { reason: CellReason; header: string; customers: number }[];
  /** The first few of each reason. */
  examples: readonly Lost[];
  files: readonly ProfileFile[];
  warnings: readonly PreflightWarning[];
}

/** Says what would be written and lost. @throws Stopped */
export async function preflight(prepared: PreparedRows, work: Work): Promise<Preflight> {
  const rows = new Map<RowReason, number>();
  const cells = new Map<string, { reason: CellReason; header: string; customers: number }>();
  const examples: Lost[] = [];
  let [chosen, written, changed] = [0, 0, 0];
  await inBlocks(prepared.rows, 'checking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (prepared.isChosen(row)) chosen++;
      if (prepared.isWritten(row)) written++;
      let short = false;
      for (const lost of lostOf(prepared, row)) {
        if (count(lost, rows, cells) <= SHOWN) examples.push(lost);
        short ||= lost.what === 'cell' && lost.reason !== 'formula';
      }
      if (short) changed++;
    }
  });
  const files = await planFiles(prepared, work);
  return {
    chosen,
    written,
    changed,
    guarded: [...cells.values()].reduce(
      (sum, { reason, customers }) => sum + (reason === 'formula' ? customers : 0),
      0,
    ),
    lost: ROW_REASONS.flatMap((reason) =>
      rows.has(reason) ? [{ reason, customers: rows.get(reason)! }] : [],
    ).sort(byCustomers),
    cells: [...cells.values()].sort(byCustomers),
    examples,
    files,
    warnings: await warningsOf(prepared, written, files, work),
  };
}

const byCustomers = (a: { customers: number }, b: { customers: number }) => b.customers - a.customers;

/** Counts it; how many there are of its kind by now. */
function count(
  { what, reason, header }: Lost,
  rows: Map<RowReason, number>,
  cells: Map<string, { reason: CellReason; header: string; customers: number }>,
): number {
  if (what === 'row') {
    const customers = (rows.get(reason as RowReason) ?? 0) + 1;
    rows.set(reason as RowReason, customers);
    return customers;
  }
  const key = `${reason} ${header}`;
  const known = cells.get(key) ?? { reason: reason as CellReason, header, customers: 0 };
  known.customers++;
  cells.set(key, known);
  return known.customers;
}

async function warningsOf(
  prepared: PreparedRows,
  written: number,
  files: readonly ProfileFile[],
  work: Work,
): Promise<PreflightWarning[]> {
  const { destination, choice, cells } = prepared;
  const limits = limitsOf(prepared);
  const unlikely = unlikelyColumns(prepared);
  const warnings: PreflightWarning[] = unlikely.length > 0 ? [{ code: 'unlikely', columns: unlikely }] : [];
  if (!choice.consent) warnings.push({ code: 'no-consent-column' });
  const { least } = destination;
  const small = least === undefined ? [] : files.filter((file) => file.rows < least);
  if (least !== undefined && small.length > 0) warnings.push({ code: 'small-audience', least, files: small });
  const audiences = new Set(files.map(({ segment }) => segment)).size;
  if (files.length > audiences) warnings.push({ code: 'split', files: files.length });
  const { daily, columns: most } = limits;
  if (daily !== undefined && written > daily) warnings.push({ code: 'over-a-day', daily });
  const columns = cells.length + (destination.segment ? 1 : 0);
  if (most !== undefined && columns > most) warnings.push({ code: 'too-many-columns', columns, most });
  const renamed = cells.flatMap(({ field: { header }, clashed }) =>
    clashed === undefined ? [] : [{ column: clashed, header }],
  );
  if (renamed.length > 0) warnings.push({ code: 'renamed', columns: renamed });
  const headers = cells.map(({ field }) => field.header).filter((header) => harmless(header) !== header);
  if (choice.guard && headers.length > 0) warnings.push({ code: 'guarded-headers', headers });
  const keyless = await rowsWithoutKey(prepared, work);
  if (keyless > 0 && destination.properties) warnings.push({ code: 'no-key', rows: keyless });
  return warnings;
}

async function rowsWithoutKey(prepared: PreparedRows, work: Work): Promise<number> {
  const keys = prepared.cells.filter(({ field }) => prepared.destination.keys.includes(field.is));
  let rows = 0;
  await inBlocks(prepared.rows, 'checking', work, (from, to) => {
    for (let row = from; row < to; row++)
      if (prepared.isWritten(row) && !keys.some(({ cell }) => cell(row))) rows++;
  });
  return rows;
}
