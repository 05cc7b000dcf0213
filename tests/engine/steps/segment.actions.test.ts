import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { customerList, sourceLabels } from '../../../src/engine/insight/labelled';
import { actionCells, actionColumn, actionOfSegment } from '../../../src/engine/insight/segment-actions';
import { describeSegments } from '../../../src/engine/insight/describe-segments';
import { segment, type SegmentParams } from '../../../src/engine/steps/segment';
import { mergeSegments } from '../../../src/engine/steps/merge-segments';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';

const CUSTOMERS = table({ id: ['a', 'b', 'c', 'd'], n: [0, 1, 90, null] }, { key: 'id' });
const paramsOf = (given: Partial<SegmentParams>): SegmentParams =>
  v.parse(segment.params, { columns: ['n'], k: 2, maxK: 2, ...given });

async function labelled(given: Partial<SegmentParams>) {
  const params = paramsOf(given);
  const fit = await segment.fit(CUSTOMERS, params, unwatched);
  const { table: made } = await segment.apply(CUSTOMERS, params, fit, unwatched);
  return { made, fit };
}

describe('segment, with actions', () => {
  it('puts what was written beside the names, blank where nothing was', async () => {
    const { made, fit } = await labelled({ names: { 1: 'Best' }, actions: { Best: 'Call them', Gone: 'x' } });
    expect(actionCells(made)!.codes).toHaveLength(4);
    expect([0, 1, 2, 3].map((row) => actionCells(made)!.at(row))).toEqual([
      'Call them',
      'Call them',
      null,
      null,
    ]);
    const told = await describeSegments(made, fit, { referenceDate: null }, unwatched);
    expect(told.segments.map(({ action }) => action)).toEqual(['Call them', null]);
  });

  it('adds no column to the table, nor to lists without any', async () => {
    const { made } = await labelled({ actions: {} });
    expect(made.columnNames()).not.toContain('segment_action');
    expect(actionCells(made)).toBeNull();
    expect(customerList(made, ['n'], ['id', 'n']).columns.map(({ as }) => as)).toEqual([
      'id',
      'n',
      'segment_id',
      'segment',
    ]);
  });

  it('gives way to columns of the file', () => {
    expect(actionColumn(['id'])).toBe('segment_action');
    expect(actionColumn(['Segment_Action'])).toBe('segment_action_2');
    expect(actionColumn(['segment'])).toBe('tessera_segment_action');
  });

  it('goes by the names that stand after a merge', async () => {
    const { made } = await labelled({
      names: { 1: 'Best', 2: 'Rest' },
      actions: { Both: 'Write to all', Best: 'x' },
    });
    const params = { segments: [1, 2], name: 'Both' };
    const fit = await mergeSegments.fit(made, params, unwatched);
    const { table: merged } = await mergeSegments.apply(made, params, fit, unwatched);
    expect(actionCells(merged)!.at(0)).toBe('Write to all');
  });

  it('knows nothing of names that every object has', async () => {
    const { made } = await labelled({ names: { 1: 'constructor' }, actions: { Best: 'x' } });
    expect(actionOfSegment(made, 'constructor')).toBeNull();
  });

  it('goes into the customer list and beside the rows of the source', async () => {
    const { made } = await labelled({ names: { 2: 'Rest' }, actions: { Rest: 'Leave in peace' } });
    const list = customerList(made, ['n'], ['id', 'n']);
    expect(list.columns.map(({ as }) => as)).toEqual(['id', 'n', 'segment_id', 'segment', 'segment_action']);
    const source = table({ id: ['c', 'a', 'd'], n: [90, 0, null] }, { key: 'id', grain: 'orders' });
    const labels = sourceLabels(source, made);
    expect(labels.names).toEqual(['segment_id', 'segment', 'segment_action']);
    expect([0, 1, 2].map((row) => labels.cell(row, 2))).toEqual(['Leave in peace', '', '']);
  });

  it('refuses an empty text and no name', () => {
    const refused = (actions: Record<string, string>) =>
      v.safeParse(segment.params, { columns: ['n'], k: 2, actions }).success;
    expect([refused({ Best: ' ' }), refused({ '': 'x' }), refused({ Best: 'x' })]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
