import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/engine/files/read-table';
import { bytesSource } from '../../../../src/engine/files/source';
import type { History } from '../../../../src/engine/insight/history/history';
import { historyBetween, historyOf } from '../../../../src/engine/insight/history/history-of';
import type { RunToReplay } from '../../../../src/engine/insight/history/replayed-steps';
import { movesOf, type Moves } from '../../../../src/engine/insight/moves/moves-of';
import { segmentationOf } from '../../../../src/engine/insight/segmentation-of';
import type { Segmentation } from '../../../../src/engine/insight/segmentation';
import { run } from '../../../../src/engine/recipe/run';
import { sourceTable } from '../../../../src/engine/recipe/source-table';
import type { SegmentFit } from '../../../../src/engine/steps/segment';
import { unwatched } from '../../../../src/engine/work';
import { hasRealFiles, realPath } from '../../../support/files';
/** By pandas and scikit-learn: tests/expectations/history/make.py. */
import expected from '../../../expectations/history/online-retail.json';
import { onlineRetailRecipe } from '../halves';

const flowsOf = ({ flows }: Moves) =>
  flows
    .map(({ from, to, customers, worth }) => [from ?? 0, to ?? 0, customers, worth!.then, worth!.now])
    .sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
const closeTo = (rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.map((value) => expect.closeTo(value, 1) as number));

describe.skipIf(!hasRealFiles)(
  'Online Retail, month by month (skipped where ../shared/data is absent)',
  () => {
    let ran: RunToReplay;
    let segmentation: Segmentation;
    let history: History;
    beforeAll(async () => {
      const bytes = readFileSync(realPath('transactions/online_retail_2010-2011.csv'));
      const { table } = await readTable(bytesSource('online_retail.csv', bytes), {}, unwatched);
      const source = sourceTable(table, onlineRetailRecipe.sources[0]!);
      const outcome = await run(onlineRetailRecipe, source, { mode: 'learn', work: unwatched });
      segmentation = (await segmentationOf(onlineRetailRecipe, outcome, [], unwatched))!;
      ran = { recipe: onlineRetailRecipe, outcome, source, sources: new Map() };
      history = (await historyOf(ran, segmentation, unwatched)) as History;
    }, 120_000);

    it('goes by the centroids that scikit-learn finds', () => {
      const { centroids } = ran.outcome.fits['segment'] as SegmentFit;
      centroids.forEach((centroid, i) =>
        expect(centroid).toEqual(expected.centroids[i]!.map((value) => expect.closeTo(value, 9) as number)),
      );
    });

    it('gives the sizes and the money of each month that pandas gives', () => {
      const { points, by, leftOut } = history;
      expect([by, leftOut]).toEqual(['months', 0]);
      expect(points.map(({ day }) => new Date(day).toISOString().slice(0, 10))).toEqual(expected.days);
      expect(points.map(({ sizes }) => sizes)).toEqual(expected.sizes);
      expect(points.map(({ worth }) => worth)).toEqual(closeTo(expected.worth));
    });

    it('gives the table of moves from month to month, and from the first to the last', () => {
      expect(
        history.moves.map((moves) => flowsOf(moves).map(([from, to, many]) => [from, to, many])),
      ).toEqual(expected.moves.map((flows) => flows.map(([from, to, many]) => [from, to, many])));
      history.moves.forEach((moves, i) => expect(flowsOf(moves)).toEqual(closeTo(expected.moves[i]!)));
      expect(flowsOf(history.overall)).toEqual(closeTo(expected.overall));
    });

    it('ends with the segments of the run', () => {
      expect(history.points.at(-1)!.sizes).toEqual(segmentation.segments.map(({ size }) => size));
      expect(history.names).toEqual(segmentation.segments.map(({ name }) => name));
    });

    it('gives the same moves for two months that are chosen', async () => {
      const matched = await historyBetween(ran, segmentation, { from: 4, to: 5 }, unwatched);
      if ('why' in matched) throw new Error(matched.why);
      expect(movesOf(matched)).toEqual(history.moves[4]);
    });
  },
);
