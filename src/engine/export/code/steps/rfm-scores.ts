import { mapNames } from '../../../insight/map-a';
import { rfmScores, scoreColumns, type RfmScoresFit, type RfmScoresParams } from '../../../steps/rfm-scores';
import { MEASURES, type RfmMeasure } from '../../../steps/rfm-scores/params';
import { firstOf } from '../sql/cases';
import { writerOf, type Said } from '../writer';

type ScoresSaid = Said<RfmScoresParams, RfmScoresFit>;

const mapOf = ({ params, fit }: ScoresSaid): readonly (readonly string[])[] =>
  params.map ?? mapNames(fit.levels, params.lost);
const reached = ({ fit }: ScoresSaid, measure: RfmMeasure): number[] =>
  fit.limits[measure].filter((limit) => limit !== null);

/** A score is 1 and one more for each limit reached. */
export const rfmScoresWriter = writerOf(rfmScores, {
  sql(sql, said) {
    const { params } = said;
    const added = scoreColumns(params.taken ?? []);
    const { types } = sql.dialect;
    sql.add(
      MEASURES.map((measure) => {
        const value = sql.ref(params[measure]);
        const sign = measure === 'recency' ? '<=' : '>=';
        const steps = reached(said, measure).map(
          (limit) => `CASE WHEN ${value} ${sign} ${sql.number(limit)} THEN 1 ELSE 0 END`,
        );
        const score = ['1', ...steps].join(' + ');
        return [added[measure], `CAST(CASE WHEN ${value} IS NOT NULL THEN ${score} END AS ${types.number})`];
      }),
    );
    const [r, f, m] = MEASURES.map((measure) => sql.ref(added[measure])) as [string, string, string];
    const digit = (name: string) => `CAST(CAST(${name} AS ${types.whole}) AS ${types.text})`;
    const cells = mapOf(said).flatMap((row, i) =>
      row.map((name, j): [string, string] => [
        `${r} = ${i + 1} AND ${f} = ${j + 1} AND ${m} IS NOT NULL`,
        sql.text(name),
      ]),
    );
    const scored = [r, f, m].map((name) => `${name} IS NOT NULL`).join(' AND ');
    sql.add([
      [added.digits, `CASE WHEN ${scored} THEN CONCAT(${[r, f, m].map(digit).join(', ')}) END`],
      [added.name, firstOf(cells)],
    ]);
  },
  python(python, said) {
    const { params } = said;
    const added = scoreColumns(params.taken ?? []);
    for (const measure of MEASURES) {
      const value = python.column(params[measure]);
      const limits = python.learnt(measure, reached(said, measure));
      const sign = measure === 'recency' ? '<=' : '>=';
      python.line(
        `${python.column(added[measure])} = sum(((${value} ${sign} limit).astype(float) for limit in ${limits}), 1.0 + 0 * ${value})`,
      );
    }
    const map = python.learnt('map', mapOf(said));
    const scores = python.texts(MEASURES.map((measure) => added[measure]));
    python.line(
      `scores = table[${scores}]`,
      'scored = scores.notna().all(axis=1)',
      `${python.column(added.digits)} = pd.Series(np.nan, index=table.index, dtype=object)`,
      `${python.column(added.name)} = pd.Series(np.nan, index=table.index, dtype=object)`,
      'digits = scores[scored].astype(int)',
      `table.loc[scored, ${python.text(added.digits)}] = digits.astype(str).agg("".join, axis=1)`,
      `table.loc[scored, ${python.text(added.name)}] = [${map}[r - 1][f - 1] for r, f, _ in digits.itertuples(index=False)]`,
    );
  },
});
