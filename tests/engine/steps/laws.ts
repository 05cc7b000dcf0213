import type { GenericSchema, InferOutput } from 'valibot';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { StepDefinition } from '../../../src/engine/recipe/step';
import { kindsOf } from '../../../src/engine/recipe/source-table';
import { columnOf } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, columnFrom, table, tableEqual } from '../../support/tables';
import { makeTable } from '../../../src/engine/table/table';
import { learnAndApply, refusal } from './apply';

type Cells = Parameters<typeof table>[0];

export interface Proof<Params> {
  params: Params;
  /** A table the step does something to. */
  cells: Cells;
  /** Its line in the recipe. */
  says: string;
  reads: readonly string[];
  adds?: readonly string[];
  /** Columns it adds beside those, because of what is in this table. */
  addsHere?: readonly string[];
  /** Columns that go. */
  removes?: readonly string[];
  /** The code a table without values is refused with; none where it is left as it is. */
  refusesNothing?: string;
}

/** What holds of every step that cleans rows; each case is a test of its own. */
export function keepsTheLaws<Schema extends GenericSchema, Fit>(
  step: StepDefinition<Schema, Fit>,
  {
    params,
    cells,
    says,
    reads,
    adds = [],
    addsHere = [],
    removes = [],
    refusesNothing,
  }: Proof<InferOutput<Schema>>,
): void {
  const rows = Object.values(cells)[0]!.length;
  const marked = () => table({ ...cells, unknown_to_it: Array.from({ length: rows }, (_, row) => row) });
  /** Columns of the same kinds without rows. */
  const first = (count: number) =>
    makeTable(
      Object.entries(cells).map(([name, all]) => [
        name,
        columnFrom(all).take(Uint32Array.from({ length: count }, (_, row) => row)),
      ]),
    );

  it('says itself in one line and names what it reads and adds', () => {
    expect(step.describe(params)).toBe(says);
    expect([step.reads(params), step.adds(params)]).toEqual([reads, adds]);
    expect(v.is(step.params, params)).toBe(true);
  });

  it('adds what it says, of the kinds it says, and carries columns it does not know', async () => {
    const before = marked();
    const after = (await learnAndApply(step, before, params)).table;
    const stay = before.columnNames().filter((name) => !removes.includes(name));
    expect(new Set(after.columnNames())).toEqual(new Set([...stay, ...adds, ...addsHere]));
    const kinds = new Map(kindsOf(before).map(({ name, kind }) => [name, kind]));
    const made = new Map(step.makes?.(params, kinds) ?? []);
    for (const { name, kind } of kindsOf(after)) {
      expect([name, kind]).toEqual([name, made.get(name) ?? kinds.get(name) ?? 'number']);
    }
  });

  it('leaves the table it is given as it was', async () => {
    const before = marked();
    await learnAndApply(step, before, params);
    tableEqual(before, marked());
  });

  it('gives the same from what it learnt once that was written and read again', async () => {
    const before = marked();
    const { fit, table: after } = await learnAndApply(step, before, params);
    const read = JSON.parse(JSON.stringify(fit)) as Fit;
    const taken = (step.learnt ? v.parse(step.learnt, read) : read) as Fit;
    tableEqual((await step.apply(before, params, taken, unwatched)).table, after);
  });

  it('gives the same however long it rests between blocks', async () => {
    const resting = { ...unwatched, breathe: () => Promise.resolve() };
    const before = marked();
    const fit = await step.fit(before, params, resting);
    const after = (await step.apply(before, params, fit, resting)).table;
    tableEqual(after, (await learnAndApply(step, before, params)).table);
  });

  it(
    refusesNothing
      ? `refuses a table without rows: ${refusesNothing}`
      : 'leaves a table without rows as it is',
    async () => {
      const doing = learnAndApply(step, first(0), params);
      const said = refusesNothing
        ? (await refusal(doing)).code
        : Object.values(cellsOf((await doing).table)).flat().length;
      expect(said).toBe(refusesNothing ?? 0);
    },
  );

  it.each(reads)('refuses a table without %s', async (column) => {
    const others = Object.entries(cells).filter(([name]) => name !== column);
    const without = table(Object.fromEntries([...others, ['unknown_to_it', Array(rows).fill(1)]]));
    expect(await refusal(learnAndApply(step, without, params))).toEqual({
      code: 'missing-column',
      details: { column },
    });
  });

  it.each(reads)('refuses a table without %s, with what it learnt of another', async (column) => {
    const { fit } = await learnAndApply(step, marked(), params);
    const others = Object.entries(cells).filter(([name]) => name !== column);
    const without = table(Object.fromEntries([...others, ['unknown_to_it', Array(rows).fill(1)]]));
    const reusing = Promise.resolve().then(() => step.apply(without, params, fit, unwatched));
    expect(await refusal(reusing)).toEqual({ code: 'missing-column', details: { column } });
  });

  it('takes one row', async () => {
    const before = first(1);
    const outcome = await learnAndApply(step, before, params).then(
      ({ table: after }) => columnOf(after, after.columnNames()[0]!).length <= 1,
      (error: { code?: string }) => error.code === (refusesNothing ?? 'never'),
    );
    expect(outcome).toBe(true);
  });
}
