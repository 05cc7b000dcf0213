import type { TopLevelSpec } from 'vega-lite';
import type { PairView } from '../../../engine/index';
import { PAIR_HEIGHT, pairCellsPlaces, pairCellsSpec } from '../../charts/pair-cells';
import { pairBoxesHeight, pairBoxesPlaces, pairBoxesSpec } from '../../charts/pair-boxes';
import { countsHeight, countsPlaces, countsSpec } from '../../charts/pair-counts';
import { lineAsPlane, type PlanePlaces } from '../../charts/plane-places';
import type { ChartTheme } from '../../charts/theme';
import { LINE_HEIGHT, timeLinePlaces, timeLineSpec } from '../../charts/time-line';
import { count } from '../../text/format';
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
import { periodTick } from '../../text/periods';

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
): PairDrawing {
  const { picture, a, b } = view;
  switch (picture.shape) {
    case 'bins': {
      const said = {
        x: a,
        y: b,
        xTick: axes.a,
        yTick: axes.b,
        cell: (x: readonly [number, number], y: readonly [number, number], rows: number) =>
          cellWords([x, y], rows, write),
        point: (x: number, y: number) => `${a} ${write.a(x)}, ${b} ${write.b(y)}`,
      };
      return {
        height: () => PAIR_HEIGHT,
        spec: (theme, width) => pairCellsSpec(picture, said, theme, width),
        places: (width) => pairCellsPlaces(picture, axes.b, width),
      };
    }
    case 'boxes': {
      const [value, tick] = picture.number === a ? [write.a, axes.a] : [write.b, axes.b];
      const rows = picture.boxes.map((one) => ({
        label: levelName(one.level),
        box: one.box,
        words: boxWords(one, value),
        rest: one.level === null,
      }));
      const long = rows.some(({ box }) => box.high - box.upper > 4 * (box.upper - box.lower));
      return {
        height: () => pairBoxesHeight(rows),
        spec: (theme, width) => pairBoxesSpec(rows, { tick, long }, theme, width),
        places: (width) => pairBoxesPlaces(rows, width),
      };
    }
    case 'counts':
      return countsDrawing(picture);
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

function countsDrawing({
  down,
  across,
  counts,
  times,
}: Extract<PairView['picture'], { shape: 'counts' }>): PairDrawing {
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
  return {
    height: (width) => countsHeight(grid, width),
    spec: (theme, width) => countsSpec(grid, theme, width),
    places: (width) => countsPlaces(grid, width),
  };
}
