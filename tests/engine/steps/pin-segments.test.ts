import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { mergeSegments } from '../../../src/engine/steps/merge-segments';
import { pinSegments, type Pin } from '../../../src/engine/steps/pin-segments';
import { numbers, take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { planted, shuffled } from '../stats/planted';
import { learnAndApply, refusal } from './apply';
import { customersOf, grouped, idsIn, knownIn, namesIn } from './edit-segments';

const CENTRES = [
  [0, 0],
  [10, 0],
  [0, 10],
  [10, 10],
] as const;

/** Four clouds of 40; `spent` says what a customer of each brings. */
const cloudsWorth = (seed: number, spent: readonly number[]) =>
  customersOf(
    planted(CENTRES, 40, 1, seed),
    Array.from({ length: 160 }, (_, i) => spent[Math.floor(i / 40)]!),
  );
const pinAt = (id: number, name: string, a: number, b: number): Pin => ({ id, name, typical: { a, b } });
const pin = (of: Parameters<typeof pinSegments.fit>[0], ...pinned: Pin[]) =>
  learnAndApply(pinSegments, of, v.parse(pinSegments.params, { pinned }));

/** Clouds in the order of worth: the first is A, the last D. */
const before = await grouped(cloudsWorth(1, [90, 60, 30, 10]), {});
/** Next month the first cloud is worth least. */
const later = await grouped(cloudsWorth(2, [5, 60, 30, 10]), {});

describe('pin-segments', { timeout: 30_000 }, () => {
  it('lets a segment keep name and letter although it is worth less than it was', async () => {
    expect([idsIn(before)[0], idsIn(later)[0]]).toEqual([1, 4]);
    const { table: after, counts } = await pin(later, pinAt(1, 'Our best', 0.2, -0.1));
    expect([0, 40, 80, 120].map((row) => idsIn(after)[row])).toEqual([1, 2, 3, 4]);
    expect(namesIn(after)[0]).toBe('Our best');
    expect(counts).toEqual({ pinned: 1, lost: 0 });
    expect(knownIn(after).pinned).toEqual([1]);
  });

  it('changes nothing but the name on the customers it was made from', async () => {
    const { table: after } = await pin(before, pinAt(2, 'Second', 10, 0));
    expect(idsIn(after)).toEqual(idsIn(before));
    expect(knownIn(after).names.filter((_, i) => i !== 1)).toEqual(
      knownIn(before).names.filter((_, i) => i !== 1),
    );
  });

  it('finds a typical customer on another scale, whatever it is', async () => {
    const cells = cellsOf(later);
    const on = (name: string) => (cells[name] as number[]).map((value) => Math.sign(value) * value ** 2 * 7);
    const origins = new Map([
      ['a', 'x'],
      ['b', 'y'],
    ]);
    const known = { ...knownIn(later) };
    const labels = { id: 'segment_id', name: 'segment', known };
    const scaled = table({ ...cells, x: on('a'), y: on('b') }, { origins, labels });
    const { fit } = await pin(scaled, { id: 1, name: 'Far', typical: { x: 700, y: 700 } });
    expect(fit.ids[idsIn(later)[120]! - 1]).toBe(1);
  });

  it('gives it to the nearer of two pins and says that the other is lost', async () => {
    const { fit, counts } = await pin(later, pinAt(1, 'Near', 0, 0), pinAt(2, 'Less near', 1, 1));
    expect(counts).toEqual({ pinned: 1, lost: 1 });
    expect(fit.lost).toEqual(['Less near']);
    expect(fit.names[0]).toBe('Near');
  });

  it('numbers another segment that has the pinned name', async () => {
    const [first, second] = knownIn(before).names;
    const { table: after } = await pin(before, pinAt(1, second!, 0, 0));
    expect(knownIn(after).names.slice(0, 2)).toEqual([second, `${second} 2`]);
    expect(first).not.toBe(second);
  });

  it('keeps the letter where others are merged afterwards', async () => {
    const { table: pinned } = await pin(later, pinAt(1, 'Our best', 0, 0));
    const params = v.parse(mergeSegments.params, { segments: [2, 3] });
    const { table: after } = await learnAndApply(mergeSegments, pinned, params);
    expect([idsIn(after)[0], namesIn(after)[0]]).toEqual([1, 'Our best']);
    expect(knownIn(after).pinned).toEqual([1]);
  });

  it('gives the same whatever the order of rows, and on reuse what was learnt', async () => {
    const order = Uint32Array.from(shuffled(160, 5));
    const pins = pinAt(1, 'Our best', 0, 0);
    const [one, other] = [await pin(later, pins), await pin(take(later, order), pins)];
    expect(other.fit).toEqual(one.fit);
    expect(idsIn(other.table)).toEqual([...order].map((row) => idsIn(one.table)[row]));
    const again = v.parse(pinSegments.learnt!, JSON.parse(JSON.stringify(one.fit))) as typeof one.fit;
    const params = v.parse(pinSegments.params, { pinned: [pins] });
    const reused = await pinSegments.apply(later, params, again, unwatched);
    expect(idsIn(reused.table)).toEqual(idsIn(one.table));
  });

  it('says what it reads, adds and does', () => {
    const params = v.parse(pinSegments.params, { pinned: [pinAt(1, 'A', 0, 0), pinAt(2, 'B, c', 0, 0)] });
    expect([pinSegments.reads(params), pinSegments.adds(params)]).toEqual([[], []]);
    expect(pinSegments.describe(params)).toBe('Pin A and “B, c”');
  });

  it('refuses a letter or a name twice, and a table without segments', async () => {
    const twice = (one: Pin, other: Pin) => v.safeParse(pinSegments.params, { pinned: [one, other] }).success;
    expect(twice(pinAt(1, 'A', 0, 0), pinAt(1, 'B', 0, 0))).toBe(false);
    expect(twice(pinAt(1, 'A', 0, 0), pinAt(2, 'A', 0, 0))).toBe(false);
    expect((await refusal(pin(table({ a: [1, 2] }), pinAt(1, 'A', 0, 0)))).code).toBe('no-segments');
  });

  it('leaves the table it is given unchanged', async () => {
    const copy = table(cellsOf(later));
    await pin(later, pinAt(1, 'Our best', 0, 0));
    tableEqual(later, copy);
    expect(numbers(later, 'a')).toHaveLength(160);
  });
});
