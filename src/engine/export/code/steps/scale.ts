import { scale, type ScaleFit } from '../../../steps/scale';
import { learntFor } from '../../../steps/parts/learnt';
import { all } from '../sql/cases';
import type { PythonScript } from '../python/script';
import { writerOf } from '../writer';

const SUFFIX = { z: 'z', 'min-max': 'minmax', robust: 'robust', 'unit-length': 'unit' } as const;
type Params = Parameters<typeof scale.describe>[0];

export const scaleWriter = writerOf(scale, {
  sql(sql, { params: { columns, with: way }, fit }) {
    const length = `SQRT(${columns.map((column) => `${sql.ref(column)} * ${sql.ref(column)}`).join(' + ')})`;
    const whole = all(columns.map((column) => `${sql.ref(column)} IS NOT NULL`));
    sql.add(
      columns.map((column) => {
        const x = sql.ref(column);
        const name = `${column}_${SUFFIX[way]}`;
        if (way === 'unit-length')
          return [
            name,
            `CASE WHEN ${whole} THEN ${x} / CASE WHEN ${length} = 0 THEN 1 ELSE ${length} END END`,
          ];
        const { centre, spread } = learntFor(fit.columns, column);
        return [name, `(${x} - ${sql.number(centre)}) / ${sql.number(spread || 1)}`];
      }),
    );
  },
  python(python, { params, fit }) {
    if (params.with === 'unit-length') unitLength(python, params);
    else scaled(python, params, fit);
  },
});

function scaled(python: PythonScript, { columns, with: way }: Params, fit: ScaleFit): void {
  const learnt = columns.map((column) => learntFor(fit.columns, column));
  const centres = python.learnt(
    'centres',
    learnt.map(({ centre }) => centre),
  );
  const spreads = python.learnt(
    'spreads',
    learnt.map(({ spread }) => spread || 1),
  );
  const made = python.texts(columns.map((column) => `${column}_${SUFFIX[way]}`));
  const from = `table[${python.texts(columns)}]`;
  if (way === 'z') {
    python.imports('from sklearn.preprocessing import StandardScaler');
    python.line(
      'scaler = StandardScaler()',
      `scaler.mean_, scaler.scale_ = np.array(${centres}), np.array(${spreads})`,
      `table[${made}] = scaler.transform(${from}.to_numpy(dtype=float))`,
    );
  } else
    python.line(
      `table[${made}] = (${from}.to_numpy(dtype=float) - np.array(${centres})) / np.array(${spreads})`,
    );
}

function unitLength(python: PythonScript, { columns }: Params): void {
  const made = python.texts(columns.map((column) => `${column}_${SUFFIX['unit-length']}`));
  python.line(
    `rows = table[${python.texts(columns)}].to_numpy(dtype=float)`,
    'lengths = np.sqrt((rows**2).sum(axis=1, keepdims=True))',
    'lengths[lengths == 0] = 1',
    `table[${made}] = rows / lengths`,
  );
}
