import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { pca, scores } from '../../../src/engine/stats/pca';
import { pointsOf } from '../../../src/engine/stats/points';
import { countInside } from '../../../src/engine/steps/edit-segments/map-area';
import { lassoSegment, type LassoParams } from '../../../src/engine/steps/lasso-segment';
import { mergeSegments } from '../../../src/engine/steps/merge-segments';
import { splitSegment } from '../../../src/engine/steps/split-segment';
import { numbers, take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { shuffled } from '../stats/planted';
import { learnAndApply, refusal } from './apply';
import { CLOUDS, customersOf, grouped, idsIn, knownIn, namesIn } from './edit-segments';

const three = await grouped(customersOf(CLOUDS), { k: 3 });
const points = pointsOf([numbers(three, 'a'), numbers(three, 'b')]);
const axes = pca(points);
const [across, up] = [scores(points, axes, 0), scores(points, axes, 1)];

/** All with a first score of at least 0 and a second one of at least −1. */
const polygon: LassoParams['polygon'] = [[0, -1], [50, -1], [50, 50], [0, 50]]; // prettier-ignore
const isIn = (row: number) => across[row]! >= 0 && up[row]! >= -1 && across[row]! < 50 && up[row]! < 50;
const rowsIn = CLOUDS.map((_, row) => row).filter(isIn);

const parse = (params: object) => v.parse(lassoSegment.params, { axes: [1, 2], polygon, ...params });
const drawn = (params: object = { name: 'Drawn' }) => learnAndApply(lassoSegment, three, parse(params));

describe('lasso-segment', { timeout: 30_000 }, () => {
  it('makes one segment of all inside, whatever segment they were in, and leaves the others', async () => {
    const { table: after, counts } = await drawn();
    const names = namesIn(after);
    expect(rowsIn.length).toBeGreaterThan(20);
    expect(names.flatMap((name, row) => (name === 'Drawn' ? [row] : []))).toEqual(rowsIn);
    const others = names.map((name, row) => (isIn(row) ? namesIn(three)[row] : name));
    expect(others).toEqual(namesIn(three));
    expect(counts['customers']).toBe(rowsIn.length);
    expect(counts['segments']).toBe(knownIn(after).names.length);
  });

  it('counts the same before it is made', async () => {
    const found = await countInside(three, { axes: [1, 2], polygon }, unwatched);
    expect(found.customers).toBe(rowsIn.length);
    const ids = idsIn(three);
    expect(found.bySegment).toEqual([1, 2, 3].map((id) => rowsIn.filter((row) => ids[row] === id).length));
  });

  it('makes a segment that lies inside as a whole part of the new one', async () => {
    const all = [[-99, -99], [99, -99], [99, 99], [-99, 99]]; // prettier-ignore
    const { table: after, fit } = await drawn({ polygon: all, name: 'All' });
    expect([fit.k, fit.ids]).toEqual([1, [1, 1, 1, 1]]);
    expect(new Set(namesIn(after))).toEqual(new Set(['All']));
  });

  it('names it by the rules where it is given no name', async () => {
    const { fit } = await drawn({});
    expect(fit.names.filter((name) => name !== null)).toHaveLength(1);
  });

  it('gives the same whatever the order of rows', async () => {
    const order = Uint32Array.from(shuffled(CLOUDS.length, 8));
    const other = await learnAndApply(lassoSegment, take(three, order), parse({ name: 'Drawn' }));
    const { table: after, fit } = await drawn();
    expect(other.fit).toEqual(fit);
    expect(idsIn(other.table)).toEqual([...order].map((row) => idsIn(after)[row]));
  });

  it('finds the same region for other customers, by the axes it learnt', async () => {
    const { fit, table: after } = await drawn();
    const again = v.parse(lassoSegment.learnt!, JSON.parse(JSON.stringify(fit))) as typeof fit;
    const outside = CLOUDS.findIndex((_, row) => !isIn(row));
    const at = [rowsIn[0]!, outside].map((row) => CLOUDS[row]!);
    const next = table(
      {
        a: [...at.map(([a]) => a!), null, 500],
        b: [...at.map((row) => row[1]!), 0, 500],
        segment_id: [3, idsIn(three)[outside]!, null, 1],
        segment: ['x', 'y', null, 'z'],
      },
      { labels: { id: 'segment_id', name: 'segment', known: knownIn(three) } },
    );
    const { table: found } = await lassoSegment.apply(next, parse({ name: 'Drawn' }), again, unwatched);
    expect(namesIn(found).slice(0, 3)).toEqual(['Drawn', namesIn(after)[outside], null]);
  });

  it('takes customers of segments that were not there when it was learnt', async () => {
    const { fit } = await drawn();
    const known = knownIn(three);
    const more = {
      ...known,
      names: [...known.names, 'New'],
      overlaps: [...known.overlaps, null],
      centroids: [...known.centroids, [50, 50]],
    };
    const [inside, outside] = [CLOUDS[rowsIn[0]!]!, CLOUDS[CLOUDS.findIndex((_, row) => !isIn(row))]!];
    const next = table(
      {
        a: [inside[0]!, outside[0]!],
        b: [inside[1]!, outside[1]!],
        segment_id: [4, 4],
        segment: ['New', 'New'],
      },
      { labels: { id: 'segment_id', name: 'segment', known: more } },
    );
    const { table: found } = await lassoSegment.apply(next, parse({ name: 'Drawn' }), fit, unwatched);
    expect(namesIn(found)).toEqual(['Drawn', 'New']);
  });

  it('can be split and merged afterwards', async () => {
    const { table: after } = await drawn();
    const id = knownIn(after).names.indexOf('Drawn') + 1;
    const split = await learnAndApply(splitSegment, after, v.parse(splitSegment.params, { segment: id }));
    expect(knownIn(split.table).names).toHaveLength(knownIn(after).names.length + 1);
    const other = id === 1 ? 2 : 1;
    const params = v.parse(mergeSegments.params, { segments: [id, other], name: 'Both' });
    const merged = await learnAndApply(mergeSegments, after, params);
    expect(knownIn(merged.table).names).toContain('Both');
  });

  it('says what it reads, adds and does', () => {
    expect([lassoSegment.reads(parse({})), lassoSegment.adds(parse({}))]).toEqual([[], []]);
    expect(lassoSegment.describe(parse({}))).toBe('Draw a segment on the map');
    expect(lassoSegment.describe(parse({ name: 'Gone, big' }))).toBe('Draw “Gone, big” on the map');
  });

  it('refuses a shape with nobody inside, an axis that is not there and a table without segments', async () => {
    const far = [[90, 90], [91, 90], [91, 91]]; // prettier-ignore
    expect(await refusal(drawn({ polygon: far, name: 'Far' }))).toEqual({
      code: 'nobody-inside',
      details: { name: 'Far' },
    });
    expect(await refusal(drawn({ axes: [1, 3] }))).toEqual({
      code: 'no-such-axis',
      details: { axis: 3, columns: 2 },
    });
    const bare = table({ a: [1, 2], b: [2, 3] });
    expect((await refusal(learnAndApply(lassoSegment, bare, parse({})))).code).toBe('no-segments');
    expect(v.safeParse(lassoSegment.params, { axes: [1, 1], polygon }).success).toBe(false);
    expect(v.safeParse(lassoSegment.params, { axes: [1, 2], polygon: polygon.slice(0, 2) }).success).toBe(
      false,
    );
  });

  it('leaves the table it is given unchanged', async () => {
    const copy = table(cellsOf(three));
    await drawn();
    tableEqual(three, copy);
  });
});
