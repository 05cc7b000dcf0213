import { understand } from '../../../src/engine/insight/understand';
import type { Choices, Finding, Understanding } from '../../../src/engine/insight/understanding';
import { readTable } from '../../../src/engine/files/read-table';
import { unwatched } from '../../../src/engine/work';
import { read, realFile } from '../../support/files';

/** What is understood of a text file. */
export const understood = async (text: string, chosen: Choices = {}): Promise<Understanding> =>
  understand(await read(text), chosen, unwatched);

/** What is understood of a file of the shared collection. */
export const understoodFile = async (path: string, chosen: Choices = {}): Promise<Understanding> =>
  understand(await readTable(realFile(path), {}, unwatched), chosen, unwatched);

/** The column that has each role. */
export const rolesOf = ({ guesses }: Understanding): Record<string, string> =>
  Object.fromEntries(guesses.map(({ role, column }) => [role, column]));

/** The columns of one list, in the order of the file. */
export const listed = ({ lists }: Understanding, list: string): string[] =>
  lists.filter((entry) => entry.list === list).map(({ column }) => column);

export const finding = ({ findings }: Understanding, code: string, column?: string): Finding | undefined =>
  findings.find(
    (found) => found.code === code && (column === undefined || found.details['column'] === column),
  );

/** `count` lines under a header; `line` makes each from its number. */
export const lines = (header: string, count: number, line: (at: number) => string): string =>
  [header, ...Array.from({ length: count }, (_, at) => line(at))].join('\n');

/** Orders of nine customers, two lines each, with a name and a price that can be chosen. */
export const someOrders = (header: string, amount: (at: number) => string, count = 60): string =>
  lines(header, count, (at) => `C${at % 9},A${at >> 1},2024-0${1 + (at % 9)}-1${at % 8},${amount(at)}`);
