import { BooleanBuilder } from '../table/build/boolean-builder';
import type { CellBlock } from '../table/build/cell-block';
import type { TypedBuilder } from '../table/build/column-builder';
import { DateBuilder } from '../table/build/date-builder';
import { NumberBuilder } from '../table/build/number-builder';
import { TextBuilder } from '../table/build/text-builder';
import { stillPossible, type Candidate, type ColumnPlan } from './candidates';
import type { ColumnReading } from './read-report';

/** One column on its way from bytes to a kind: what is tried now, and what is left. */
export class ColumnFill {
  builder: TypedBuilder | TextBuilder;
  #candidates: Candidate[];
  #watcher: TypedBuilder | null;
  #watchedKind: 'number' | 'date' = 'number';

  constructor(
    readonly name: string,
    readonly position: number,
    plan: ColumnPlan,
  ) {
    const [first, ...others] = plan.candidates;
    this.builder = first?.create() ?? new TextBuilder();
    this.#candidates = others;
    this.#watcher = plan.watcher?.create() ?? null;
    if (plan.watcher?.kind === 'date') this.#watchedKind = 'date';
  }

  add(block: CellBlock): void {
    this.builder.add(block, this.position);
    this.#watcher?.add(block, this.position);
  }

  /** As many missing cells, for a text column that begins late. */
  addMissing(rows: number): void {
    if (this.builder instanceof TextBuilder) this.builder.addMissing(rows);
  }

  /** After a whole pass: true if the column is done, false if it has to be read again as something else. */
  settle(): boolean {
    const { builder } = this;
    if (builder instanceof TextBuilder) return true;
    const empty = builder.good === 0;
    const lone = builder instanceof BooleanBuilder && !builder.complete;
    if (builder.bad === 0 && !empty && !lone) return true;
    if (builder instanceof NumberBuilder || builder instanceof DateBuilder) {
      if (!this.#watcher || builder.good > this.#watcher.good) this.#watch(builder);
    }
    this.#candidates = empty && builder.bad === 0 ? [] : stillPossible(this.#candidates, builder.breaker);
    this.builder = this.#candidates.shift()?.create() ?? new TextBuilder();
    return false;
  }

  #watch(builder: NumberBuilder | DateBuilder): void {
    this.#watcher = builder;
    this.#watchedKind = builder instanceof DateBuilder ? 'date' : 'number';
  }

  /** After a column was read again what was counted before is complete and must not grow. */
  freeze(): void {
    const counted = this.#watcher;
    if (counted) this.#counted = counted;
    this.#watcher = null;
  }
  #counted: TypedBuilder | null = null;

  /** Digits that name something, if they are what kept the column from being numbers. */
  get digits(): ColumnReading['identifier'] {
    if (!(this.#counted instanceof NumberBuilder)) return null;
    const [best] = [...this.#counted.reasons].sort((a, b) => b[1] - a[1]);
    return best && this.#counted.named * 2 >= this.#counted.bad ? best[0] : null;
  }

  /** What stood in the way of a kind that at least half of the cells would have. */
  get stoppers(): ColumnReading['stoppers'] {
    const counted = this.#counted;
    if (!counted || counted.bad === 0 || counted.good < counted.bad) return null;
    return { kind: this.#watchedKind, count: counted.bad, first: counted.first };
  }
}
