import type { ColumnTable } from 'arquero';
import { aside } from '../crew/crew';
import { withBreaths } from '../pieces';
import { pcaInPieces, scores, type Pca } from '../stats/pca';
import { metaOf } from '../table/meta';
import { columnNames, columnOf, numbers } from '../table/table';
import type { Work } from '../work';
import { drawEvenly, type CustomersInOrder } from './customers-in-order';
import { countingPlanes, planesOf, type Face, type MapPlane } from './map-density';
import type { Segmentation } from './segmentation';

const MOST_POINTS = 1000;
/** A small segment shows at least so many points, if it has them. */
const LEAST_POINTS = 12;
/** With more customers than these a drawing of marks hides what lies below them. */
const DENSE = 5000;
/** Components that are looked at, two at a time. */
const MOST_AXES = 3;
/** Below so many customers others would be told of it longer than it takes. */
const WORTH = 20_000;

/**
 * The map of customers: components of the scaled features over all labelled rows, loadings under the unscaled names, and
 * up to 1,000 customers, the same share of each segment, drawn by a hash of their values, so that the order of
 * the rows has no say; beyond 5,000 customers all of them, counted in cells. Null with fewer than two features or two
 * rows, or where nothing varies. Counted elsewhere where the host has a crew; the function gives it.
 */
export async function beginPcaView(
  table: ColumnTable,
  customers: CustomersInOrder,
  work: Work,
): Promise<() => Promise<Segmentation['pca']>> {
  const { features, rows, points, labels } = customers;
  const none = () => Promise.resolve(null);
  if (features.length < 2 || rows.length < 2) return none;
  const axes = await withBreaths(pcaInPieces(points), work);
  if (axes.explained.every((share) => share === 0)) return none;
  const shown = Math.min(MOST_AXES, features.length);
  const along: Float64Array[] = [];
  for (let component = 0; component < shown; component++) {
    await work.breathe();
    along.push(scores(points, axes, component));
  }
  await work.breathe();
  const drawn = drawEvenly(customers, MOST_POINTS, LEAST_POINTS);
  const of = (values: Float64Array) => Float64Array.from(drawn, (at) => values[at]!);
  await work.breathe();
  const planes = rows.length > DENSE ? await beginDensity(table, customers, along, work) : null;
  const view = {
    explained: axes.explained,
    loadings: loadingsOf(axes, features, shown),
    points: {
      x: of(along[0]!),
      y: of(along[1]!),
      ...(along[2] && { z: of(along[2]) }),
      segment: Uint8Array.from(drawn, (at) => labels[at]!),
      row: Uint32Array.from(drawn, (at) => rows[at]!),
      ...whoAmong(table, drawn, rows),
      values: Object.fromEntries(
        features.map(({ column }) => {
          const values = numbers(table, column);
          return [column, Float64Array.from(drawn, (at) => values[rows[at]!]!)];
        }),
      ),
    },
  };
  return async () => ({ ...view, ...(planes && { density: await planes() }) });
}

const loadingsOf = ({ loadings }: Pca, features: CustomersInOrder['features'], shown: number) =>
  Object.fromEntries(
    features.map(({ column }, j) => [column, loadings.slice(0, shown).map((axis) => axis[j]!)]),
  );

/** What the file calls each customer drawn, where it says so. */
function whoAmong(table: ColumnTable, drawn: Uint32Array, rows: Uint32Array): { who?: string[] } {
  const { key } = metaOf(table);
  if (key === null || !columnNames(table).includes(key)) return {};
  const column = columnOf(table, key);
  return { who: Array.from(drawn, (at) => String(column.at(rows[at]!) ?? '')) };
}

async function beginDensity(
  table: ColumnTable,
  { features, rows, labels, sizes }: CustomersInOrder,
  along: readonly Float64Array[],
  work: Work,
): Promise<() => Promise<MapPlane[]>> {
  const plain: { column: string; values: Float64Array }[] = [];
  for (const { column } of features) {
    await work.breathe();
    const values = numbers(table, column);
    const own = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at++) own[at] = values[rows[at]!]!;
    plain.push({ column, values: own });
  }
  const faces: Face[] = [];
  for (let up = 1; up < along.length; up++)
    for (let across = 0; across < up; across++) faces.push({ across, up });
  const ground = { along, labels, k: sizes.length - 1, features: plain };
  const here = () => planesOf(ground, faces, work);
  return rows.length < WORTH ? here : aside(countingPlanes, ground, faces, here, work);
}
