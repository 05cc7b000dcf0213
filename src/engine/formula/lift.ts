import type { ColumnTable } from 'arquero';
import { uint32 } from '../table/buffers';
import { MISSING, TextColumn, type Column } from '../table/columns';
import { columnOf, makeTable } from '../table/table';
import { Evaluation } from './evaluate';
import type { CellFault } from './function';
import type { Node, Surroundings } from './node';
import { columnNode } from './nodes/column-node';
import type { Typed, TypedCall } from './typed';

/** Part of a formula that hangs on one text column alone, whose different texts are far fewer than the rows. */
interface LiftedFrom {
  call: TypedCall;
  name: string;
  column: TextColumn;
}

/** What a part gives, computed once for each different text. */
export interface Lifted {
  column: Column;
  /** Nothing was told. */
  silent: boolean;
  node(around: Surroundings): Node;
}

export function liftedFrom(of: Typed, table: ColumnTable): LiftedFrom | null {
  if (of.type !== 'call') return null;
  const names = new Set<string>();
  if (!isPlain(of, names) || names.size !== 1) return null;
  const name = [...names][0]!;
  const column = columnOf(table, name);
  const few = column.kind === 'text' && column.dictionary.size * 2 < column.length;
  return few ? { call: of, name, column } : null;
}

/** Whether each row is for itself; collects the columns. */
function isPlain(of: Typed, names: Set<string>): boolean {
  if (of.type === 'constant') return true;
  if (of.type === 'column') return names.add(of.name).size === 1;
  return 'summary' in of.fn.way || 'place' in of.fn.way ? false : of.args.every((arg) => isPlain(arg, names));
}

/** Evaluates the part on the different texts, the last row being a blank, and lays the results out. */
export async function liftedColumn(
  { call, name, column }: LiftedFrom,
  { learnt, work }: Evaluation,
): Promise<Lifted> {
  const { codes, dictionary } = column;
  const { size } = dictionary;
  const every = uint32(size + 1).map((_, code) => (code === size ? MISSING : code));
  const texts = makeTable([[name, new TextColumn(every, dictionary)]]);
  const told: { kind: CellFault; code: number }[] = [];
  const made = await new Evaluation(texts, learnt, work, (kind, code) => told.push({ kind, code })).column(
    call,
  );
  const rows = codes.map((code) => (code === MISSING ? size : code));
  const laid = made.take(rows);
  return {
    column: laid,
    silent: told.length === 0,
    node: (around) => telling(columnNode(laid), told, rows, around),
  };
}

/** The same, telling of each row what was told of its text. */
function telling(
  of: Node,
  told: readonly { kind: CellFault; code: number }[],
  rows: Uint32Array,
  around: Surroundings,
): Node {
  if (told.length === 0) return of;
  const byCode = new Map<number, CellFault[]>();
  for (const { kind, code } of told) byCode.set(code, [...(byCode.get(code) ?? []), kind]);
  return {
    kind: of.kind,
    read(from, to, live) {
      for (let row = from; row < to; row++) {
        if (live && !live[row - from]) continue;
        for (const kind of byCode.get(rows[row]!) ?? []) around.fault(kind, row);
      }
      return of.read(from, to, live);
    },
  };
}
