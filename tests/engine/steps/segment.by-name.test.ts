import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { segment, SegmentFit, type SegmentParams } from '../../../src/engine/steps/segment';
import { take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { shuffled } from '../stats/planted';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const params = (given: Partial<SegmentParams> = {}): SegmentParams =>
  v.parse(segment.params, { columns: ['a', 'b'], k: 'auto', by: 'group', money: ['spent'], ...given });

const group = ['calm', 'loud', 'calm', null, 'rare', 'loud', 'loud', 'calm'];
const a = [1, 4, 3, 2, null, 6, 5, 2];
const b = [1, 1, 1, 1, 1, 1, 4, 1];
const spent = [10, 30, 20, 99, 99, 40, 50, null];
const eight = () => table({ group, a, b, spent });

describe('segment by the names in a column', () => {
  it('puts customers of one name together, the name whose customers bring most on average first', async () => {
    const { table: after, fit, counts } = await learnAndApply(segment, eight(), params());
    expect(cellsOf(after)).toMatchObject({
      segment_id: [2, 1, 2, null, null, 1, 1, 2],
      segment: ['calm', 'loud', 'calm', null, null, 'loud', 'loud', 'calm'].map((name) => name),
    });
    expect(counts).toEqual({ withoutSegment: 2 });
    // By hand: loud 120 of 150 in 3 of 6; means of a are 5 and 2, of b 2 and 1; squares 2 + 6 and 2 + 0.
    expect(fit).toMatchObject({
      by: 'group',
      k: 2,
      customers: 6,
      names: ['loud', 'calm'],
      centroids: [[5, 2], [2, 1]], // prettier-ignore
      overlaps: null,
      elbow: null,
      runs: [{ k: 2, inertia: 10, smallest: 0.5, top: { share: 0.5, revenueShare: 0.8 }, overlap: null }],
    });
    expect(v.is(SegmentFit, JSON.parse(JSON.stringify(fit)))).toBe(true);
    tableEqual(eight(), eight());
  });

  it('takes the larger group first where nothing says what a customer is worth', async () => {
    const { fit } = await learnAndApply(
      segment,
      table({ group: ['x', 'y', 'y', 'z'], a: [1, 2, 3, 9], b: [1, 1, 1, 1] }),
      params({ money: [] }),
    );
    expect(fit.names).toEqual(['y', 'z', 'x']);
  });

  it('is the same whatever the order of rows', async () => {
    const order = shuffled(8, 5);
    const whole = (await learnAndApply(segment, eight(), params())).fit;
    const mixed: ColumnTable = take(eight(), Uint32Array.from(order));
    expect((await learnAndApply(segment, mixed, params())).fit).toEqual(whole);
  });

  it('keeps the order learnt for new customers; a name that was not there comes behind', async () => {
    const { fit } = await learnAndApply(segment, eight(), params());
    const later = table({
      group: ['new', 'calm', 'calm', 'apt'],
      a: [7, 0, 0, 3],
      b: [7, 0, 2, 3],
      spent: [1e6, 1, 1, 2],
    });
    const applied = await segment.apply(later, params(), fit, unwatched);
    expect(cellsOf(applied.table)).toMatchObject({
      segment_id: [4, 2, 2, 3],
      segment: ['new', 'calm', 'calm', 'apt'],
    });
    expect(applied.counts).toEqual({ withoutSegment: 0 });
    expect(applied.used).toMatchObject({
      k: 4,
      names: ['loud', 'calm', 'apt', 'new'],
      centroids: [[5, 2], [2, 1], [3, 3], [7, 7]], // prettier-ignore
    });
    expect(v.is(SegmentFit, applied.used)).toBe(true);
    const same = await segment.apply(eight(), params(), fit, unwatched);
    expect(same.used).toBeUndefined();
  });

  it('makes one segment of one name, and calls segments as the user does', async () => {
    const { table: after, fit } = await learnAndApply(
      segment,
      table({ group: ['all', 'all'], a: [1, 1], b: [2, 3], spent: [1, 2] }),
      params({ names: { '1': 'Everybody' } }),
    );
    expect(fit).toMatchObject({ k: 1, names: ['all'], silhouette: null });
    expect(cellsOf(after).segment).toEqual(['Everybody', 'Everybody']);
  });

  it('refuses a column without names, more names than letters, and a model made otherwise', async () => {
    const rows = Array.from({ length: 27 }, (_, i) => i);
    const many = table({ group: rows.map((i) => `g${i}`), a: rows, b: rows, spent: rows });
    expect(await refusal(learnAndApply(segment, many, params()))).toEqual({
      code: 'too-many-groups',
      details: { column: 'group', groups: 27, most: 26 },
    });
    const none = table({ group: ['x', null], a: [null, 1], b: [1, 1], spent: [1, 1] });
    expect(await refusal(learnAndApply(segment, none, params()))).toEqual({
      code: 'too-few-values',
      details: { column: 'group', count: 0 },
    });
    const { fit } = await learnAndApply(segment, eight(), params());
    const grown = Promise.resolve().then(() => segment.apply(many, params(), fit, unwatched));
    expect((await refusal(grown)).code).toBe('too-many-groups');
    const { by: _by, ...other } = fit;
    const applied = Promise.resolve().then(() => segment.apply(eight(), params(), other, unwatched));
    expect((await refusal(applied)).code).toBe('not-a-model');
  });

  it('says itself in one line and names what it reads', () => {
    expect(segment.describe(params())).toBe('Group into segments by group');
    expect(segment.describe(params({ by: 'tessera_rfm_segment', k: 3 }))).toBe(
      'Group into segments by the RFM map',
    );
    expect(segment.reads(params())).toEqual(['a', 'b', 'spent', 'group']);
    expect(segment.needs!(params())).toContainEqual(['group', ['text']]);
  });
});
