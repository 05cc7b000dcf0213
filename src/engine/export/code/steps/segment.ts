import { labelColumns, segment, type SegmentFit, type SegmentParams } from '../../../steps/segment';
import { addedByWeights, clusteredOn } from '../../../steps/segment/weighed';
import { firstOf } from '../sql/cases';
import type { PythonScript } from '../python/script';
import type { SqlScript } from '../sql/script';
import type { Labels } from '../state';
import { distancesSql, nearestSql } from '../nearest';
import { writerOf, type Said } from '../writer';

type SegmentSaid = Said<SegmentParams, SegmentFit>;

const METHODS = {
  'gaussian-mixture': 'A Gaussian mixture weighs each customer by matrices, which this code does not write.',
  'k-prototypes': 'Categories that count beside numbers are not written as code.',
};

/** Names as they are called in the end, that of segment 1 first. */
const namesOf = ({ params: { names = {} }, fit }: SegmentSaid): string[] =>
  fit.names.map((name, i) => names[String(i + 1)] ?? name);

const columnsOf = ({ params }: SegmentSaid) => labelColumns(params.taken ?? []);

const labelsOf = (said: SegmentSaid): Labels => ({
  ...columnsOf(said),
  names: namesOf(said),
  features: said.fit.columns,
});

/** Each customer goes to the nearest of the centroids that were learnt, the first of several. */
export const segmentWriter = writerOf(segment, {
  without: (params, isThere) => ({ ...params, money: params.money?.filter(isThere) }),
  cannot: ({ params }) =>
    params.by === undefined && params.method !== undefined && params.method in METHODS
      ? METHODS[params.method as keyof typeof METHODS]
      : null,
  differs: ({ params }) =>
    params.by === undefined ? [] : ['A name that was not there when segments were learnt is in no segment.'],
  labels: labelsOf,
  sql(sql, said) {
    const { params, fit } = said;
    if (params.by === undefined) weigh(sql, said);
    const features = fit.columns.map((column) => sql.ref(column));
    const whole = features.map((name) => `${name} IS NOT NULL`).join(' AND ');
    const id = params.by === undefined ? nearestId(sql, said, features) : byName(sql, said, params.by);
    addLabels(sql, labelsOf(said), `CASE WHEN ${whole} THEN ${id} END`);
  },
  python: inPython,
});

function weigh(sql: SqlScript, { params }: SegmentSaid): void {
  const added = addedByWeights(params);
  if (added.length === 0) return;
  sql.add(
    added.map((name) => {
      const column = name.slice(0, -'_weighed'.length);
      return [name, `${sql.ref(column)} * ${sql.number(params.weights![column]!)}`];
    }),
  );
}

/** The centroids customers are placed by, each with its segment: all but that of a group set apart. */
const placing = ({ centroids, outliers }: SegmentFit) =>
  centroids.map((centroid, i) => ({ centroid, id: i + 1 })).filter(({ id }) => id !== (outliers?.id ?? null));

function nearestId(sql: SqlScript, { fit }: SegmentSaid, features: readonly string[]): string {
  const found = placing(fit);
  const away = distancesSql(
    sql,
    features,
    found.map(({ centroid }) => centroid),
  );
  const id = nearestSql(
    away,
    found.map((one) => String(one.id)),
  );
  const { outliers } = fit;
  if (!outliers || outliers.id === null) return id;
  const beyond = outliers.limits.flatMap(({ centre, spread }, d) =>
    spread === 0
      ? []
      : [`ABS(${features[d]!} - ${sql.number(centre)}) > ${sql.number(outliers.beyond * spread)}`],
  );
  return firstOf([[beyond.join(' OR ') || '1 = 0', String(outliers.id)]], id);
}

const byName = (sql: SqlScript, { fit }: SegmentSaid, by: string): string =>
  firstOf(fit.names.map((name, i) => [`${sql.ref(by)} = ${sql.text(name)}`, String(i + 1)]));

/** Adds the number of the segment, and its name. */
export function addLabels(sql: SqlScript, labels: Labels, id: string): void {
  const number = sql.ref(labels.id);
  sql.add([[labels.id, `CAST(${id} AS ${sql.dialect.types.number})`]]);
  const names = labels.names.map((name, i): [string, string] => [`${number} = ${i + 1}`, sql.text(name)]);
  sql.add([[labels.name, firstOf(names)]]);
}

function inPython(python: PythonScript, said: SegmentSaid): void {
  const { params, fit } = said;
  const labels = labelsOf(said);
  if (params.by === undefined)
    for (const name of addedByWeights(params)) {
      const column = name.slice(0, -'_weighed'.length);
      python.line(
        `${python.column(name)} = ${python.column(column)} * ${python.number(params.weights![column]!)}`,
      );
    }
  const features = params.by === undefined ? clusteredOn(params) : fit.columns;
  python.line(
    `rows = table[${python.texts(features)}].to_numpy(dtype=float)`,
    'whole = np.isfinite(rows).all(axis=1)',
    'ids = np.full(len(table), np.nan)',
  );
  if (params.by !== undefined) {
    const known = python.learnt('numbers', Object.fromEntries(fit.names.map((name, i) => [name, i + 1])));
    python.line(`ids[whole] = ${python.column(params.by)}[whole].map(${known})`);
  } else {
    python.use('nearest');
    const found = placing(fit);
    const centroids = python.learnt(
      'centroids',
      found.map(({ centroid }) => centroid),
    );
    const numbers = python.learnt(
      'numbers',
      found.map(({ id }) => id),
    );
    python.line(`ids[whole] = np.array(${numbers})[nearest(rows[whole], ${centroids})]`);
    const { outliers } = fit;
    if (outliers && outliers.id !== null) {
      const limits = outliers.limits.map(({ centre, spread }) => ({
        centre,
        most: spread === 0 ? null : outliers.beyond * spread,
      }));
      const kept = python.learnt('ordinary', limits);
      python.line(
        `for d, limit in enumerate(${kept}):`,
        '    if limit["most"] is not None:',
        `        ids[whole & (np.abs(rows[:, d] - limit["centre"]) > limit["most"])] = ${outliers.id}`,
      );
    }
  }
  pythonLabels(python, labels);
}

/** Writes `ids`, an array of numbers of segments, and their names. */
export function pythonLabels(python: PythonScript, { id, name, names }: Labels): void {
  const known = python.learnt('names', names);
  python.line(
    `${python.column(id)} = ids`,
    `${python.column(name)} = ${python.column(id)}.map(dict(enumerate(${known}, start=1)))`,
  );
}
