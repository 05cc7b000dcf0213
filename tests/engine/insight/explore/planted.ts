import type { ColumnTable } from 'arquero';
import { explore, type Explored } from '../../../../src/engine/insight/explore/explore';
import { overviewOf } from '../../../../src/engine/insight/explore/overview-of';
import { generator } from '../../../../src/engine/stats/random';
import type { Role } from '../../../../src/engine/table/meta';
import { unwatched } from '../../../../src/engine/work';
import type { table } from '../../../support/tables';

type Cells = Parameters<typeof table>[0][string];
export type Columns = Record<string, Cells>;

const ROLES = new Map<string, Role>([
  ['when', 'date'],
  ['amount', 'amount'],
]);

export async function exploredOf(of: ColumnTable): Promise<Explored> {
  const cards = await overviewOf(of, { roles: ROLES, identifiers: new Set() }, unwatched);
  const money = of.columnNames().includes('amount') ? ({ by: 'amount', column: 'amount' } as const) : null;
  return explore(of, cards, { money, decimal: '.' }, unwatched);
}

/** Kind and columns of each finding, in the order of the alphabet. */
export const kindsOf = ({ findings }: Explored): string[] =>
  findings.map(({ kind, columns }) => [kind, ...columns].join(' ')).sort();

const DAY = 86_400_000;
const START = Date.UTC(2020, 0, 1);
const DAYS = 1096;

/** What chance draws. */
export function drawing(seed: number) {
  const next = generator(seed);
  const whole = (below: number) => Math.floor(next() * below);
  /** Nearly normal: mean 0, deviation 1. */
  const normal = () => Array.from({ length: 12 }, next).reduce((sum, one) => sum + one, -6);
  const moment = () => new Date(START + Math.floor(next() * DAYS * DAY));
  return { next, whole, normal, moment };
}

/** A table in which nothing goes with anything: three years of rows, drawn evenly. */
export function noise(seed: number, rows = 3000): Columns {
  const { next, whole, normal, moment } = drawing(seed);
  const drawn = <T>(draw: () => T): T[] => Array.from({ length: rows }, draw);
  return {
    when: drawn(moment),
    amount: drawn(() => 100 + 20 * normal()),
    height: drawn(() => 5 * normal()),
    share: drawn(next),
    points: drawn(() => whole(100)),
    town: drawn(() => ['York', 'Leeds', 'Bath', 'Ely', 'Wells', 'Ripon'][whole(6)]!),
    member: drawn(() => next() < 0.5),
  };
}

/** The same rows of a column in another order. */
export function shuffled(cells: Cells, seed: number): Cells {
  const next = generator(seed);
  const found = [...cells];
  for (let i = found.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [found[i], found[j]] = [found[j]!, found[i]!];
  }
  return found;
}

export const shuffledTable = (columns: Columns, seed: number): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([name, cells], i) => [name, shuffled(cells, seed * 1000 + i)]),
  );
