import { EngineError } from '../errors';
import { firstRows, type FirstRows } from '../files/first-rows';
import type { ReadOptions } from '../files/read-options';
import type { ByteSource } from '../files/source';
import { spreadsheetFormat } from '../files/spreadsheet/spreadsheet-format';
import type { Work } from '../work';
import type { RecipeSource } from './schema';

/** One way in which a file has to be read otherwise than the one a recipe was made from. */
export interface ReadUnlike {
  option: 'encoding' | 'delimiter' | 'decimal' | 'header' | 'skip' | 'sheet';
  was: string | number | boolean;
  is: string | number | boolean;
}

/** How to read a file as a recipe's source was read, as far as that fits. */
export interface AsBefore {
  options: Partial<ReadOptions>;
  unlike: readonly ReadUnlike[];
}

const LAYOUT = ['skip', 'header', 'headerRows', 'comment', 'mend'] as const;
const SAID: readonly ReadUnlike['option'][] = ['encoding', 'delimiter', 'decimal', 'header', 'skip'];

/**
 * How to read the file so that most columns of the recipe's source are found in it, of the kinds they had: as that
 * source was read, where this is as good as any other way; else with the missing marks, the place of the table or all
 * of it found anew. What belongs to one file alone is never taken over: lines below the table and what part was read,
 * nor an encoding that the bytes speak against. Judged by the first megabyte.
 * @throws Stopped
 */
export async function optionsAsBefore(
  source: ByteSource,
  before: RecipeSource,
  work: Work,
): Promise<AsBefore> {
  const look = (options: Partial<ReadOptions>) => firstOrNone(source, options, work);
  const plain = await look({});
  const { footer: _below, sample: _part, ...told } = before.read;
  const whole: Partial<ReadOptions> = told;
  if (plain && speaksAgainst(plain.evidence.encoding, told.encoding)) delete whole.encoding;
  const ways = [
    whole,
    without(whole, ['missing']),
    without(whole, LAYOUT),
    without(whole, [...LAYOUT, 'missing']),
  ];
  let best = { options: {} as Partial<ReadOptions>, first: plain, found: columnsFound(plain, before) };
  // The earliest way that is as good as any: as it was wins over as it looks.
  for (const options of ways.reverse()) {
    const first = await look(options);
    const found = columnsFound(first, before);
    if (first && found >= best.found) best = { options, first, found };
  }
  const { sheet } = told;
  if (!best.first) return { options: sheet === undefined ? {} : { sheet }, unlike: [] };
  // A sheet is written as text before it is read: how, says nothing about it.
  const written = (await spreadsheetFormat(source)) !== null;
  return { options: best.options, unlike: written ? [] : unlikeBefore(before.read, best.first.options) };
}

async function firstOrNone(
  source: ByteSource,
  options: Partial<ReadOptions>,
  work: Work,
): Promise<FirstRows | null> {
  try {
    return await firstRows(source, { options }, work);
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

const without = (options: Partial<ReadOptions>, names: readonly (keyof ReadOptions)[]) =>
  Object.fromEntries(
    Object.entries(options).filter(([name]) => !names.includes(name as keyof ReadOptions)),
  ) as Partial<ReadOptions>;

const UNICODE = /^utf-?(8|16)/i;

/** A byte order mark, valid UTF-8 beyond ASCII, or bytes that are none: what a recipe remembers cannot outdo these. */
function speaksAgainst({ encoding, why }: FirstRows['evidence']['encoding'], told: string): boolean {
  if (encoding.toLowerCase() === told.toLowerCase() || why === 'ascii') return false;
  return why !== 'letters' || UNICODE.test(told);
}

/** Two for a column of the same kind, one for a column of the name alone; −1 for a file that cannot be read so. */
function columnsFound(first: FirstRows | null, { columns }: RecipeSource): number {
  if (!first) return -1;
  const kinds = new Map(first.names.map((name, i) => [name, first.kinds[i]]));
  return columns.reduce((sum, { name, kind }) => {
    if (!kinds.has(name)) return sum;
    return sum + (kinds.get(name) === kind ? 2 : 1);
  }, 0);
}

function unlikeBefore(was: ReadOptions, is: ReadOptions): ReadUnlike[] {
  return SAID.flatMap((option) => {
    const [before, now] = [was[option], is[option]];
    return before === undefined || now === undefined || before === now
      ? []
      : [{ option, was: before, is: now }];
  });
}
