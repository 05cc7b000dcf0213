import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brushFor } from '../../../../src/engine/insight/explore/brush/brush';
import { barsIn } from '../../../../src/engine/insight/explore/brush/bars';
import { selectionStep } from '../../../../src/engine/insight/explore/brush/selection-step';
import { missingPatterns } from '../../../../src/engine/insight/explore/missing-together';
import { filterRows } from '../../../../src/engine/steps/filter-rows';
import { columnAs } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { brushedRows, brushedTable, CARDS, selections } from '../../../support/brush-cards';

const NAMES = CARDS.map(({ name }) => name);
const MONTHS = { column: 'day', of: CARDS[2]!.picture };
type Brushed = ReturnType<typeof brushedTable>;
const patternsOf = (of: Brushed) => missingPatterns(of, NAMES, unwatched);
const piecesOf = (of: Brushed) =>
  columnAs(of, 'pieces', 'number').values.map((value) => (Number.isNaN(value) ? 0 : value));

it('counts what the selected rows bring and where they are blank, as of a table of them alone', async () => {
  await fc.assert(
    fc.asyncProperty(brushedRows, selections, async (cells, chosen) => {
      const of = brushedTable(cells);
      const { together, picture } = await patternsOf(of);
      const money = piecesOf(of);
      const brush = await brushFor(of, CARDS, unwatched);
      await brush.select(chosen, unwatched);
      const [sums, blanks] = await brush.look([[MONTHS, 'money'], ['blanks']], unwatched, {
        money,
        blanks: picture,
      });

      const step = selectionStep(chosen, CARDS);
      const kept = step ? (await filterRows.apply(of, step, null, unwatched)).table : of;
      const alone = (await patternsOf(kept)).together;
      const rowsWith = (columns: readonly string[]) =>
        alone.patterns.find((one) => one.columns.join() === columns.join())?.rows ?? 0;
      const told = together.patterns.map(({ columns }) => rowsWith(columns));
      // Twelve patterns at most are told of either; what is left is in the bar of all others.
      fc.pre(together.otherPatterns === 0);
      expect([...blanks!]).toEqual([...told, 0, alone.complete]);

      const plain = await brushFor(kept, CARDS, unwatched);
      const pieces = piecesOf(kept);
      const [again] = await plain.look([[MONTHS, 'money']], unwatched, { money: pieces, blanks: null });
      expect(again).toEqual(sums);
      expect(sums).toHaveLength(barsIn(MONTHS.of) + 1);
    }),
    { numRuns: 150 },
  );
});
