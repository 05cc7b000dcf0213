import type { TopLevelSpec } from 'vega-lite';
import type { ColumnOverview, PairView } from '../../../engine/index';
import { PAIR_HEIGHT, pairCellsPlaces, pairCellsSpec } from '../../charts/pair-cells';
import {
  boxSteps,
  pairBoxesHeight,
  pairBoxesPlaces,
  pairBoxesSpec,
  type BoxSteps,
} from '../../charts/pair-boxes';
import { countsHeight, countsPlaces, countsSpec } from '../../charts/pair-counts';
import { lineAsPlane, type PlanePlaces } from '../../charts/plane-places';
import { mosaicHeight, mosaicPlaces, pairMosaicSpec, suitsMosaic } from '../../charts/pair-mosaic';
import { pairViolinsHeight, pairViolinsPlaces, pairViolinsSpec } from '../../charts/pair-violins';
import type { ChartTheme } from '../../charts/theme';
import { LINE_HEIGHT, timeLinePlaces, timeLineSpec } from '../../charts/time-line';
import { count } from '../../text/format';
import { isolated } from '../../text/isolated';
import {
  boxWords,
  cellWords,
  countWords,
  levelName,
  linePointWords,
  lineValues,
  type Along,
  type PairWriters,
} from '../../text/pairs';
import { dateTicks, periodTick } from '../../text/periods';

/** Ways in which a picture can be drawn; the first is the usual one. */
export type DrawnAs = 'boxes' | 'violins' | 'mosaic' | 'counts';

/** Boxes on a bent scale have no violins beside them, and a mosaic has room for few values. */
export function waysToDraw({ picture }: PairView): DrawnAs[] {
  if (picture.shape === 'boxes')
    return !isLong(picture) && picture.boxes.some(({ density }) => density)
      ? ['boxes', 'violins']
      : ['boxes'];
  if (picture.shape !== 'counts') return [];
  const [down, across] = [picture.down.map(levelName), picture.across.map(levelName)];
  return suitsMosaic({ down, across }) ? ['mosaic', 'counts'] : ['counts'];
}

/** Whether boxes stand on a bent scale. */
export const isLong = ({ boxes }: Extract<PairView['picture'], { shape: 'boxes' }>): boolean =>
  boxes.some(({ box }) => box.high - box.upper > 4 * (box.upper - box.lower));

/** The steps of the number of boxes that a range is chosen by; null of other pictures, and where there is no range. */
export function rangeSteps({ picture }: PairView, cards: readonly ColumnOverview[]): BoxSteps | null {
  if (picture.shape !== 'boxes') return null;
  const { numbers } = cards.find(({ name }) => name === picture.number) ?? {};
  if (!numbers) return null;
  const { min, max, whole } = numbers;
  return boxSteps(picture.boxes, { all: [min, max], long: isLong(picture), whole });
}

export interface PairDrawing {
  height: (width: number) => number;
  spec: (theme: ChartTheme, width: number) => TopLevelSpec;
  /** Where its marks stand that rows can be chosen by. */
  places: (width: number) => PlanePlaces;
}

/** How two columns are drawn; `axes` writes what stands along the axes. */
export function pairDrawing(
  view: PairView,
  write: PairWriters,
  axes: PairWriters,
  along: Along,
  as: DrawnAs | undefined,
  /** Of what boxes are drawn: least and greatest number, and whether it is dates. */
  { all, dates = false }: { all?: readonly [number, number]; dates?: boolean } = {},
  steps: BoxSteps | null = null,
): PairDrawing {
  const { picture, a, b } = view;
  switch (picture.shape) {
    case 'bins': {
      const said = {
        x: a,
        y: b,
        xTick: axes.a,
        yTick: axes.b,
        ...(view.kinds[0] === 'date' && { dates: dateTicks }),
        cell: (x: readonly [number, number], y: readonly [number, number], rows: number) =>
          cellWords([x, y], rows, write),
        point: (x: number, y: number) => `${isolated(a)} ${write.a(x)}, ${isolated(b)} ${write.b(y)}`,
      };
      return {
        height: () => PAIR_HEIGHT,
        spec: (theme, width) => pairCellsSpec(picture, said, theme, width),
        places: (width) => pairCellsPlaces(picture, axes.b, width),
      };
    }
    case 'boxes': {
      const [value, tick] = picture.number === a ? [write.a, axes.a] : [write.b, axes.b];
      const said = { tick, name: picture.number, ...(dates && { dates: dateTicks }) };
      const rows = picture.boxes.map((one) => ({
        label: levelName(one.level),
        box: one.box,
        density: one.density,
        words: boxWords(one, value),
        rest: one.level === null,
      }));
      if (as === 'violins')
        return {
          height: (width) => pairViolinsHeight(rows, width),
          spec: (theme, width) => pairViolinsSpec(rows, said, theme, width),
          places: (width) => pairViolinsPlaces(rows, width, steps),
        };
      const long = isLong(picture);
      return {
        height: (width) => pairBoxesHeight(rows, width),
        spec: (theme, width) => pairBoxesSpec(rows, { ...said, long, ...(all && { all }) }, theme, width),
        places: (width) => pairBoxesPlaces(rows, width, steps),
      };
    }
    case 'counts':
      return countsDrawing(picture, as === 'mosaic');
    case 'line': {
      const shown = along === 'rows' ? count : picture.number === a ? write.a : write.b;
      const tick = along === 'rows' ? count : picture.number === a ? axes.a : axes.b;
      const { starts, unit } = picture;
      const points = lineValues(picture, along).flatMap((value, i) =>
        value === null
          ? []
          : [
              {
                label: periodTick(starts[i]!, unit, starts, i),
                value,
                words: linePointWords(picture, i, shown(value)),
              },
            ],
      );
      return {
        height: () => LINE_HEIGHT,
        spec: (theme, width) => timeLineSpec(points, tick, theme, width),
        places: (width) => lineAsPlane(timeLinePlaces(points, tick, width)),
      };
    }
  }
}

function countsDrawing(
  { down, across, counts, times }: Extract<PairView['picture'], { shape: 'counts' }>,
  mosaic: boolean,
): PairDrawing {
  const [rows, columns] = [down.map(levelName), across.map(levelName)];
  const cells = Array.from(counts, (rowsHere, at) => {
    const time = Number.isNaN(times[at]!) ? null : times[at]!;
    const [r, c] = [Math.floor(at / across.length), at % across.length];
    return {
      count: rowsHere,
      times: time,
      text: count(rowsHere),
      words: countWords(rows[r]!, columns[c]!, rowsHere, time),
    };
  });
  const grid = { down: rows, across: columns, cells };
  if (mosaic)
    return {
      height: (width) => mosaicHeight(grid, width),
      spec: (theme, width) => pairMosaicSpec(grid, theme, width),
      places: (width) => mosaicPlaces(grid, width),
    };
  return {
    height: (width) => countsHeight(grid, width),
    spec: (theme, width) => countsSpec(grid, theme, width),
    places: (width) => countsPlaces(grid, width),
  };
}
