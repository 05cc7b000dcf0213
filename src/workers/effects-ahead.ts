import {
  effectOf,
  everyFault,
  kindsOf,
  sourceTable,
  tryFormula,
  type FaultInTurn,
  type FormulaTrial,
  type Recipe,
  type StepEffect,
  type Table,
  type TryFormula,
} from '../engine/index';
import type { Outcome, StepAhead, TableAt, Watch } from './api';
import { Comparing } from './comparing';
import type { Source } from './on-the-desk';
import { outcome } from './wire';

/** What can be asked about a change of the recipe before it is made. */
export abstract class EffectsAhead extends Comparing {
  protected abstract opened(): Source;
  protected abstract table(at: TableAt): Table;

  effect(
    call: number,
    { recipe, index, before }: StepAhead,
    sample: number | null,
    watch: Watch,
  ): Promise<Outcome<StepEffect | null>> {
    return this.watched(call, watch, (work) => {
      const sources = this.#sources(recipe);
      // As read a table does not know what its rows are.
      const table = before === 'source' ? sources.get(0)!.table : this.table(before);
      return effectOf(recipe, index, table, { sample, sources, work });
    });
  }

  tryFormula(
    call: number,
    table: TableAt,
    formula: TryFormula,
    watch: Watch,
  ): Promise<Outcome<FormulaTrial>> {
    return this.watched(call, watch, (work) => tryFormula(this.table(table), formula, work));
  }

  faults(recipes: readonly Recipe[]): Promise<Outcome<readonly (readonly FaultInTurn[])[]>> {
    return outcome(() =>
      recipes.map((recipe) => {
        const sources = [...this.#sources(recipe)].map(
          ([index, { name, table }]) => [index, { name, columns: kindsOf(table) }] as const,
        );
        return everyFault(recipe, sources[0]![1].columns, undefined, new Map(sources));
      }),
    );
  }

  /** The files that are open as the recipe's sources. */
  #sources({ sources }: Recipe): Map<number, { name: string; table: Table }> {
    const { read, others } = this.opened();
    const reads = [read, ...others.map((one) => one.read)].slice(0, sources.length);
    return new Map(
      reads.map(({ table }, index) => {
        const source = sources[index]!;
        return [index, { name: source.name, table: sourceTable(table, source) }];
      }),
    );
  }
}
