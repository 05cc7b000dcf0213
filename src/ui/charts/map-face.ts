import type { Segmentation } from '../../engine/index';

type Pca = NonNullable<Segmentation['pca']>;

/** Which two components the map shows, 0 the first. */
export interface MapFace {
  across: number;
  up: number;
}

export const FIRST_FACE: MapFace = { across: 0, up: 1 };
const FACES: readonly MapFace[] = [FIRST_FACE, { across: 0, up: 2 }, { across: 1, up: 2 }];

/** Marks on a face: customers, or, where `customers` says how many, cells of them. */
export interface MapMarks {
  x: Float64Array;
  y: Float64Array;
  segment: Uint8Array;
  customers?: Uint32Array;
}

/** The faces there are: three where there is a third component. */
export const facesOf = ({ points }: Pca): readonly MapFace[] => (points.z ? FACES : [FIRST_FACE]);

/** What is drawn of a face: cells where there are, else customers. */
export function marksOf({ points, density }: Pca, { across, up }: MapFace): MapMarks {
  const plane = density?.find((one) => one.across === across && one.up === up);
  if (plane) return plane;
  const along = (component: number) => [points.x, points.y, points.z][component] ?? points.y;
  return { x: along(across), y: along(up), segment: points.segment };
}
