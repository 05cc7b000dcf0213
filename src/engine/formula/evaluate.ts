import type { ColumnTable } from 'arquero';
import { takeOrBlank } from '../table/take-or-blank';
import { columnOf } from '../table/table';
import type { Column } from '../table/columns';
import type { Groups } from '../steps/parts/groups';
import type { Work } from '../work';
import { kindOf } from './check';
import { columnFrom } from './column-from';
import type { CellFault, InGroups } from './function';
import { groupsBy } from './groups/groups-of';
import { inOrder } from './groups/in-order';
import { liftedColumn, liftedFrom } from './lift';
import { constantNode, type Node, type Surroundings } from './node';
import { columnNode } from './nodes/column-node';
import { eachRow, type RowFunction } from './nodes/each-row';
import type { Typed, TypedCall } from './typed';

/** Values that functions of a whole column gave, by call. */
export type Learnt = ReadonlyMap<TypedCall, number | null>;

/** Cells that have a value and gave none, by why. */
export type FaultCounts = Record<CellFault, number>;

/** One evaluation of a formula on a table. */
export class Evaluation implements Surroundings {
  readonly faults: FaultCounts = { divided: 0, outside: 0, unread: 0 };
  readonly #groups = new Map<string, Promise<Groups>>();
  readonly #orders = new Map<string, Promise<Uint32Array>>();

  constructor(
    readonly table: ColumnTable,
    readonly learnt: Learnt,
    readonly work: Work,
    /** Told of each fault as well, where the rows are the different texts of a column. */
    readonly heard: ((kind: CellFault, row: number) => void) | null = null,
  ) {}

  get rows(): number {
    return this.table.numRows();
  }

  fault(kind: CellFault, row: number): void {
    this.faults[kind]++;
    this.heard?.(kind, row);
  }

  /** The formula's values, row by row. Numbers that are infinite are blanks and counted. */
  async column(of: Typed): Promise<Column> {
    if (of.type === 'column') return columnOf(this.table, of.name);
    const lifted = await this.#lifted(of);
    if (lifted?.silent) return lifted.column;
    return columnFrom(await this.#node(of), this.rows, this, this.work);
  }

  /** What a function of columns gives for all rows together. */
  async single(call: TypedCall): Promise<number | null> {
    if (!('summary' in call.fn.way)) return null;
    const column = await call.fn.way.summary(await this.#columns(call.args), await this.#within(call));
    const value = column.at(0);
    return value === null || typeof value === 'string' ? null : Number(value);
  }

  async #node(of: Typed): Promise<Node> {
    if (of.type === 'constant') return constantNode(kindOf(of), of.value);
    if (of.type === 'column') return columnNode(columnOf(this.table, of.name));
    if ('summary' in of.fn.way || 'place' in of.fn.way) return this.#overRows(of);
    return (await this.#lifted(of))?.node(this) ?? this.#byRow(of);
  }

  async #lifted(of: Typed) {
    const from = this.heard ? null : liftedFrom(of, this.table);
    return from && liftedColumn(from, this);
  }

  async #byRow({ fn: { way }, args, kind }: TypedCall): Promise<Node> {
    const nodes: Node[] = [];
    for (const arg of args) nodes.push(await this.#node(arg));
    const node =
      'make' in way
        ? way.make(nodes, kind, this)
        : eachRow((way as { each: unknown }).each as RowFunction, nodes, {
            kind,
            fault: ('fault' in way && way.fault) || null,
            around: this,
          });
    return nodes.every((one) => one.constant) ? this.#folded(node) : node;
  }

  /** The same value in every row, computed once; not where that is a fault, which is counted for each row. */
  #folded(node: Node): Node {
    const before = { ...this.faults };
    const cell = node.read(0, 1, null)[0]!;
    const silent = (Object.keys(before) as CellFault[]).every((kind) => before[kind] === this.faults[kind]);
    Object.assign(this.faults, before);
    const blank = cell !== cell || (node.kind === 'boolean' && cell === 2);
    return silent ? constantNode(node.kind, blank ? null : cell) : node;
  }

  async #overRows(call: TypedCall): Promise<Node> {
    const { way } = call.fn;
    const known = this.learnt.get(call);
    if (known !== undefined) return constantNode(call.kind, known);
    const args = await this.#columns(call.args);
    const within = await this.#within(call);
    if ('place' in way) return columnNode(await way.place(args, within));
    if (!('summary' in way)) throw new Error(`${call.fn.name} looks at one row`);
    return columnNode(takeOrBlank(await way.summary(args, within), within.groups.codes));
  }

  /** The first argument alone is a column; others are written out. */
  async #columns(args: readonly Typed[]): Promise<Column[]> {
    return args[0] ? [await this.column(args[0])] : [];
  }

  async #within({ args, over, order }: TypedCall): Promise<InGroups> {
    const { table, rows, work } = this;
    const groups = await once(this.#groups, over, () => groupsBy(table, over, work));
    return {
      rows,
      groups,
      work,
      constants: args.map((arg) => (arg.type === 'constant' ? arg.value : undefined)),
      order: () => once(this.#orders, order, () => inOrder(table, order, work)),
    };
  }
}

function once<T>(known: Map<string, Promise<T>>, of: unknown, make: () => Promise<T>): Promise<T> {
  const key = JSON.stringify(of);
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
