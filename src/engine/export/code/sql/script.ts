import { plainLine } from '../plain-line';
import { numberLiteral, type Dialect } from './dialect';
import { SqlNames } from './names';

type First = boolean | 'always';

/** One part of the WITH clause. */
interface Part {
  name: string;
  comment: string | null;
  body: readonly string[];
  /** Whether it is worked out before others look at it, so that no expression is put into others again and again. */
  first: First;
}

export interface SqlSource {
  columns: readonly string[];
  /** The name of the table of the database; points part catalogue, schema and table. */
  table: string;
  /** The tables of all files of the recipe by what these are called, the first being the one above. */
  tables: readonly string[];
  /** Whether steps ask which row stands before which. */
  ordered: boolean;
}

/** What a column is to be afterwards: its name and an expression. */
export type SqlEntry = readonly [column: string, expression: string];

const ROW = 'tessera_row';

/** A chain of common table expressions, one or more for each step; steps write what they do by its methods. */
export class SqlScript {
  readonly names: SqlNames;
  readonly #parts: Part[] = [];
  #columns: readonly string[];
  #from: string;
  #step = 'source_rows';
  #comment: string | null = null;
  readonly #row: string | null;
  /** The table of the first file in its marks. */
  readonly table: string;
  readonly #others: { at: number; table: string }[] = [];

  constructor(
    readonly dialect: Dialect,
    readonly source: SqlSource,
  ) {
    this.names = new SqlNames(dialect);
    this.#columns = source.columns;
    source.columns.forEach((column) => this.ref(column));
    this.#row = source.ordered ? this.own(ROW) : null;
    this.table = this.#quotedTable(source.table);
    this.#from = this.table;
  }

  /** The table of another file, which is then said to be read. It lies where the first one does. */
  other(at: number): string {
    const known = this.#others.find((one) => one.at === at);
    if (known) return known.table;
    const path = this.source.table.split('.').slice(0, -1);
    const taken = new Set([this.table, ...this.#others.map(({ table }) => table)]);
    const wanted = [...path, this.source.tables[at]!].join('.');
    let table = this.#quotedTable(wanted);
    for (let n = 2; taken.has(table); n++) table = this.#quotedTable(`${wanted}_${n}`);
    this.#others.push({ at, table });
    return table;
  }

  /** Tables of other files that are read, each with the place of its file in the recipe. */
  get others(): readonly { at: number; table: string }[] {
    return this.#others;
  }

  #quotedTable(table: string): string {
    return table
      .split('.')
      .map((part) => this.dialect.quoted(part))
      .join('.');
  }

  /** The columns there are, in their order. */
  get columns(): readonly string[] {
    return this.#columns;
  }

  /** Where the rows so far are found. */
  get from(): string {
    return this.#from;
  }

  /** The column that numbers the rows; only where a step asked for the order. */
  get row(): string {
    return this.#row ?? this.own(ROW);
  }

  get isOrdered(): boolean {
    return this.#row !== null;
  }

  /** A column of the table as it is named in the database. */
  ref(column: string): string {
    return this.names.of(column);
  }

  /** A name for something between two parts of a step that is no column of the table. */
  own(word: string): string {
    let name = word === ROW ? ROW : `${word}_${this.#step.replace(/\D/g, '')}`;
    while (this.#columns.includes(name)) name += '_';
    return this.dialect.quoted(name);
  }

  text(value: string): string {
    return this.dialect.text(value);
  }

  number(value: number): string {
    return numberLiteral(value);
  }

  /** What follows is written for that step. */
  begin(name: string, sentence: string): void {
    this.#step = name;
    this.#comment = sentence;
  }

  /** A line of its own where nothing is done to the table. */
  note(): void {
    if (this.#comment !== null)
      this.#parts.push({ name: '', comment: this.#comment, body: [], first: false });
    this.#comment = null;
  }

  /** A part written out in full, line by line, whose rows are those that follow. `columns` are there afterwards. */
  part(body: readonly string[], columns: readonly string[], suffix = '', first: First = false): void {
    this.aside(body, suffix, first);
    this.#from = this.#parts.at(-1)!.name;
    this.#columns = columns;
  }

  /** A part beside the rows; gives its name. */
  aside(body: readonly string[], suffix = '', first: First = false): string {
    const wanted = this.#step + suffix;
    let name = wanted;
    for (let n = 2; this.#parts.some((part) => part.name === name); n++) name = `${wanted}_${n}`;
    this.#parts.push({ name, comment: this.#comment, body, first });
    this.#comment = null;
    return name;
  }

  /** Adds columns behind the others, or puts new cells in the place of those of that name. */
  add(entries: readonly SqlEntry[]): void {
    const made = new Map(entries);
    const added = entries.filter(([column]) => !this.#columns.includes(column));
    const after = [...this.#columns, ...added.map(([column]) => column)];
    if (added.length === made.size) {
      const list = ['*', ...entries.map(([column, expression]) => this.#as(expression, column))];
      this.part([...selectOf(list), `FROM ${this.#from}`], after, '', true);
      return;
    }
    this.select(after.map((column) => [column, made.get(column) ?? this.ref(column)]));
  }

  /** Puts the expressions in the place of all columns. */
  select(entries: readonly SqlEntry[], suffix = ''): void {
    const list = entries.map(([column, expression]) => this.#as(expression, column));
    const row = this.#row === null ? [] : [this.#row];
    const from = this.#from;
    this.part(
      [...selectOf([...row, ...list]), `FROM ${from}`],
      entries.map(([column]) => column),
      suffix,
      true,
    );
  }

  /** Keeps the rows of which the condition is true. */
  where(condition: string): void {
    this.part(['SELECT *', `FROM ${this.#from}`, `WHERE ${condition}`], this.#columns);
  }

  /** The statement, from WITH to its end. */
  statement(): string {
    const parts = this.#parts.map((part, at) => this.#written(part, this.#isLastNamed(at)));
    const order = this.#row === null ? [] : [`ORDER BY ${this.#row}`];
    const list = selectOf(this.#columns.map((column) => this.ref(column)));
    return `${['WITH', ...parts, ...list, `FROM ${this.#from}`, ...order].join('\n')};\n`;
  }

  #isLastNamed(at: number): boolean {
    return this.#parts.slice(at + 1).every(({ name }) => name === '');
  }

  #written({ name, comment, body, first }: Part, last: boolean): string {
    const said = comment === null ? [] : [`-- ${plainLine(comment)}`];
    if (name === '') return said.join('\n');
    return [
      ...said,
      `${name} AS ${this.#way(first)}(`,
      ...body.map((line) => `  ${line}`),
      last ? ')' : '),',
    ].join('\n');
  }

  #way(first: First): string {
    const { worksOutFirst, worksOutParts } = this.dialect;
    return first === 'always' ? worksOutParts : first ? worksOutFirst : '';
  }

  #as(expression: string, column: string): string {
    const name = this.ref(column);
    return expression === name ? name : `${expression} AS ${name}`;
  }
}

/** SELECT with each expression on a line of its own. Names may hold line ends, so lines are never cut anew. */
export const selectOf = (list: readonly string[]): string[] => [
  'SELECT',
  ...list.map((one, at) => `  ${one}${at === list.length - 1 ? '' : ','}`),
];
