import type { ColumnTable } from 'arquero';
import type { GenericSchema, InferOutput } from 'valibot';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { registryOf } from '../../src/engine/recipe/registry';
import { kindsOf } from '../../src/engine/recipe/source-table';
import type { StepDefinition } from '../../src/engine/recipe/step';
import { validate } from '../../src/engine/recipe/validate';
import {
  BooleanColumn,
  DateColumn,
  MISSING,
  NumberColumn,
  TextColumn,
  type Column,
  type Kind,
} from '../../src/engine/table/columns';
import { Dictionary } from '../../src/engine/table/dictionary';
import { columnNames, columnOf, take, withColumns } from '../../src/engine/table/table';
import { recipeOf, step as saved } from '../engine/recipe/recipes';
import { learnAndApply, refusal } from '../engine/steps/apply';
import { cellsOf, tableEqual } from './tables';

interface Example<Schema extends GenericSchema> {
  /** The table on which the step does something, made anew each time. */
  table: () => ColumnTable;
  params: InferOutput<Schema>;
  describe: string;
  reads: readonly string[];
  adds: readonly string[];
  /** A column of the wrong kind, and the parameters that name it. */
  wrongKind?: { params: InferOutput<Schema>; details: object };
  /** The table need not be one row or none: steps that learn from it may refuse. */
  refusesFew?: boolean;
}

interface Probe {
  there: { name: string; kind: Kind }[];
  gone: string[];
}

/** Reads every column there is as the kind it is, and adds those that are gone. */
const probe: StepDefinition = {
  op: 'probe',
  version: 1,
  params: v.any(),
  reads: (params: Probe) => params.there.map(({ name }) => name),
  needs: (params: Probe) => params.there.map(({ name, kind }) => [name, [kind]] as const),
  adds: (params: Probe) => params.gone,
  describe: () => 'Probe',
  fit: () => null,
  apply: (table) => ({ table, counts: {} }),
};

const gone = (before: ColumnTable, after: ColumnTable): string[] =>
  columnNames(before).filter((name) => !columnNames(after).includes(name));

const NUMBER_OF_ROW = 'row number that nobody names';

/** The table with a column that says which row each was. */
const numbered = (table: ColumnTable): ColumnTable =>
  withColumns(table, [[NUMBER_OF_ROW, Float64Array.from({ length: table.numRows() }, (_, row) => row)]]);

/** What holds for every step, as tests: STYLE.md, section 7. The result itself is tested beside. */
export function itKeepsTheLaws<Schema extends GenericSchema, Fit>(
  step: StepDefinition<Schema, Fit>,
  { table, params, describe, reads, adds, wrongKind, refusesFew = false }: Example<Schema>,
): void {
  it('says itself, what it reads and what it adds', () => {
    expect(step.describe(params)).toBe(describe);
    expect([step.reads(params), step.adds(params)]).toEqual([reads, adds]);
  });

  it('leaves the table it is given as it was, and gives the same again', async () => {
    const before = table();
    const first = await learnAndApply(step, before, params);
    tableEqual(before, table());
    const again = await learnAndApply(step, before, params);
    expect(cellsOf(again.table)).toEqual(cellsOf(first.table));
    expect(again.counts).toEqual(first.counts);
  });

  it('makes the columns that the check expects, and takes a plain fit', async () => {
    const before = table();
    const { table: after, fit } = await learnAndApply(step, before, params);
    const recipe = recipeOf([
      saved('s1', step.op, params as Record<string, unknown>, { version: step.version }),
      saved('s2', 'probe', { there: kindsOf(after), gone: gone(before, after) }),
    ]);
    const faults = validate(recipe, kindsOf(before), registryOf([step as unknown as StepDefinition, probe]));
    expect(faults).toEqual([]);
    expect(JSON.parse(JSON.stringify(fit ?? null))).toEqual(fit ?? null);
  });

  it('carries columns through that it does not know', async () => {
    const plain = await learnAndApply(step, table(), params);
    const { table: after } = await learnAndApply(step, numbered(table()), params);
    expect(columnNames(after)).toContain(NUMBER_OF_ROW);
    const { [NUMBER_OF_ROW]: _, ...others } = cellsOf(after);
    expect(others).toEqual(cellsOf(plain.table));
  });

  if (!refusesFew) {
    it('does an empty table, one row and blanks alone', async () => {
      const none = await learnAndApply(step, take(table(), new Uint32Array()), params);
      expect(none.table.numRows()).toBe(0);
      const one = await learnAndApply(step, take(table(), Uint32Array.of(0)), params);
      expect(Object.values(one.counts).every(Number.isFinite)).toBe(true);
      await learnAndApply(step, blanked(table()), params);
    });

    it('treats equal rows of a constant table alike', async () => {
      const rows = new Uint32Array(3).fill(0);
      const { table: after } = await learnAndApply(step, take(table(), rows), params);
      const names = columnNames(after);
      const lines = Array.from({ length: after.numRows() }, (_, row) =>
        JSON.stringify(names.map((name) => columnOf(after, name).at(row))),
      );
      expect(new Set(lines).size).toBeLessThanOrEqual(Math.max(1, after.numRows() / 3));
    });
  }

  if (!wrongKind) return;
  it('refuses columns of another kind', async () => {
    expect(await refusal(learnAndApply(step, table(), wrongKind.params))).toEqual({
      code: 'wrong-kind',
      details: wrongKind.details,
    });
  });
}

/** Two rows of the same columns with no cell that has a value. */
const blanked = (table: ColumnTable): ColumnTable =>
  withColumns(
    take(table, new Uint32Array(2)),
    kindsOf(table).map(({ name, kind }) => [name, BLANK[kind]] as const),
  );

const BLANK: Record<Kind, Column> = {
  number: new NumberColumn(Float64Array.of(NaN, NaN)),
  date: new DateColumn(Float64Array.of(NaN, NaN), false),
  text: new TextColumn(Uint32Array.of(MISSING, MISSING), Dictionary.of([])),
  boolean: new BooleanColumn(Uint8Array.of(2, 2), ['no', 'yes']),
};
