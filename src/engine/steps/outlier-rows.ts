import { defineStep, type Applied } from '../recipe/step';
import { keep, withColumns, type NamedColumn } from '../table/table';
import { NumberColumn } from '../table/columns';
import { learn, scoresBy } from './outlier-rows/learn';
import { namedBy, OutlierRowsFit, Params, scoreName } from './outlier-rows/params';
import { BLANK, groupedBy, LOW, markedBy, ORDINARY } from './outliers/sides';
import { listed } from './parts/words';

const MEASURES = {
  'isolation-forest': 'an isolation forest',
  'local-outlier-factor': 'local outlier factors',
};
const ACTS = { mark: 'Mark', group: 'Group', 'set-aside': 'Set aside' };
const GROUPS = ['ordinary', 'unusual'];

/**
 * Finds rows that are unusual in several number columns together, by an isolation forest or by local outlier factors, and
 * marks them (`is_outlier`), names their group (`outlier_group`) or sets them aside. What is learnt scores new rows.
 * Local outlier factors compare columns scaled to mean 0 and deviation 1, with at most 10,000 rows, chosen by a hash of
 * their values. **Blanks**: a row with one in the columns is not judged and stays. Counts: `outliers` and `notJudged` rows,
 * and `dropped` where rows are set aside; note `compared-with-sample`.
 */
export const outlierRows = defineStep({
  op: 'outlier-rows',
  version: 1,
  params: Params,
  learnt: OutlierRowsFit,
  reads: ({ columns }) => columns,
  needs: ({ columns }) => columns.map((column) => [column, ['number']] as const),
  adds: (params) => made(params).map(([name]) => name),
  makes: (params) => made(params),
  refuses: ({ share, above }) =>
    (share === undefined) === (above === undefined)
      ? { code: 'bad-params', details: { path: 'params.share', reason: 'share or above' } }
      : null,
  describe: ({ columns, by, act }) => `${ACTS[act]} rows unusual in ${listed(columns)}, by ${MEASURES[by]}`,
  fit: learn,
  apply: async (table, params, fit, work): Promise<Applied> => {
    const scores = await scoresBy(fit, table, params, work);
    const { sides, counts } = judged(scores, fit.above);
    const notes =
      fit.by === 'local-outlier-factor' && fit.points[0]!.length < scores.length - counts.notJudged;
    const said = { counts, notes: notes ? ['compared-with-sample'] : [] };
    const named = namedBy(params);
    const column = params.act === 'mark' ? markedBy(sides) : groupedBy(sides, GROUPS);
    const added: NamedColumn[] = named === null ? [] : [[named, column]];
    if (params.score) added.push([scoreName(params), new NumberColumn(scores)]);
    const scored = added.length === 0 ? table : withColumns(table, added);
    if (params.act !== 'set-aside') return { table: scored, ...said };
    const kept = keep(
      scored,
      sides.map((side) => Number(side !== LOW)),
    );
    return { table: kept, ...said, counts: { ...counts, dropped: counts.outliers } };
  },
});

function made(params: Params): (readonly [string, 'boolean' | 'text' | 'number'])[] {
  const named = namedBy(params);
  const kind = params.act === 'mark' ? 'boolean' : 'text';
  return [
    ...(named === null ? [] : [[named, kind] as const]),
    ...(params.score ? [[scoreName(params), 'number'] as const] : []),
  ];
}

function judged(scores: Float64Array, above: number) {
  const counts = { outliers: 0, notJudged: 0 };
  const sides = new Uint8Array(scores.length);
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!;
    sides[row] = score > above ? LOW : score === score ? ORDINARY : BLANK;
    if (sides[row] === LOW) counts.outliers++;
    if (sides[row] === BLANK) counts.notJudged++;
  }
  return { sides, counts };
}
