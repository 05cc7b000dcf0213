import { BooleanBuilder } from '../table/build/boolean-builder';
import type { CellBlock } from '../table/build/cell-block';
import { TypedBuilder } from '../table/build/column-builder';
import { DateBuilder } from '../table/build/date-builder';
import { NumberBuilder } from '../table/build/number-builder';
import { TextBuilder } from '../table/build/text-builder';
import { stillPossible, type Candidate, type ColumnPlan, type Tried } from './candidates';
import type { ColumnChoice } from './column-choice';
import type { ColumnReading } from './read-report';
import { builderFromSpec } from '../table/build/builder-from-spec';
import type { BuilderSpec } from '../table/build/builder-part';

/** One column on its way from bytes to a kind: what is tried now, and what is left. */
export class ColumnFill {
  builder: TypedBuilder | TextBuilder;
  #candidates: Candidate[];
  #watcher: TypedBuilder | null;
  #watchedKind: 'number' | 'date' = 'number';
  #counted: TypedBuilder | null = null;
  #after: ColumnPlan['after'];
  /** How each way to understand the column fared on the sample. */
  readonly tried: readonly Tried[];
  readonly choice: ColumnChoice | undefined;

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
    this.#after = plan.after;
    this.tried = plan.tried ?? [];
    this.choice = plan.choice;
  }

  add(block: CellBlock): void {
    this.builder.add(block, this.position);
    this.#watcher?.add(block, this.position);
  }

  /** What takes the cells of this pass: the kind that is tried, and one that is only counted. */
  get builders(): readonly (TypedBuilder | TextBuilder)[] {
    return this.#watcher ? [this.builder, this.#watcher] : [this.builder];
  }

  /** Begins this pass anew with builders like those it had; false where one of them cannot be made again. */
  renew(): boolean {
    const { spec } = this.builder;
    const watched = this.#watcher?.spec ?? null;
    if (!spec || (this.#watcher && !watched)) return false;
    this.builder = renewed(this.builder, spec);
    if (this.#watcher && watched) this.#watcher = renewed(this.#watcher, watched) as TypedBuilder;
    return true;
  }

  /** As many missing cells, for a text column that begins late. */
  addMissing(rows: number): void {
    if (this.builder instanceof TextBuilder) this.builder.addMissing(rows);
  }

  /** After a whole pass: true if the column is done, false if it has to be read again as something else. */
  settle(): boolean {
    const done = isDone(this.builder);
    if (!done) this.#next();
    // What was counted in a whole pass is complete and must not grow in the next one.
    this.#counted = this.#watcher ?? this.#counted;
    this.#watcher = null;
    return done;
  }

  #next(): void {
    const { builder } = this;
    if (builder instanceof TypedBuilder && !(builder instanceof BooleanBuilder)) {
      const before = this.#watcher ?? this.#counted;
      if (!before || builder.good > before.good) {
        this.#watcher = builder;
        this.#watchedKind = builder instanceof DateBuilder ? 'date' : 'number';
      }
    }
    if (builder instanceof TypedBuilder) this.#candidates = this.#left(builder.breaker);
    this.builder = this.#candidates.shift()?.create() ?? new TextBuilder();
  }

  #left(breaker: string | null): Candidate[] {
    const left = stillPossible(this.#candidates, breaker);
    if (left.length > 0 || breaker === null || !this.#after) return left;
    const brought = stillPossible(this.#after(breaker), breaker);
    this.#after = undefined;
    return brought;
  }

  /** Digits that name something, if they are what kept the column from being numbers. */
  get digits(): ColumnReading['identifier'] {
    if (!(this.#counted instanceof NumberBuilder)) return null;
    const [best] = [...this.#counted.reasons].sort((a, b) => b[1] - a[1]);
    return best && this.#counted.named * 2 >= this.#counted.bad ? best[0] : null;
  }

  /** The kind that was counted on all cells though it did not become the column's: what fits and what does not. */
  get counted(): TypedBuilder | null {
    return this.#counted;
  }

  /** What stood in the way of a kind that at least half of the cells would have. */
  get stoppers(): ColumnReading['stoppers'] {
    const counted = this.#counted;
    if (!counted || counted.bad === 0 || counted.good < counted.bad) return null;
    return { kind: this.#watchedKind, count: counted.bad, first: counted.first };
  }
}

/** A column that is blank throughout, or says yes and never no, has no kind but text. */
function isDone(builder: TypedBuilder | TextBuilder): boolean {
  if (builder instanceof TextBuilder) return true;
  return builder.bad === 0 && builder.good > 0 && !(builder instanceof BooleanBuilder && !builder.complete);
}

function renewed(builder: TypedBuilder | TextBuilder, spec: BuilderSpec): TypedBuilder | TextBuilder {
  if (builder instanceof TextBuilder) return new TextBuilder();
  const made = builderFromSpec(spec, builder.known);
  if (made instanceof TypedBuilder) made.forgiving = builder.forgiving;
  return made;
}
