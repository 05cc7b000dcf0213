import { segmentLetter } from '../parts/segment-letter';
import type { Place, Taken } from './label-places';
import type { ChartTheme } from './theme';

/** What stands at the four ends of the axes. */
export interface AxisWords {
  left: string;
  right: string;
  up: string;
  down: string;
}

export interface MapLook {
  names: ReadonlyMap<number, string>;
  axes: AxisWords;
  chosen: number | null;
  /** What pointing at a mark says; its segment, if not given. */
  told?: (mark: number) => Readonly<Record<string, string>>;
  /** Below 900 px the labels stand in a list below the chart. */
  labels: boolean;
  width: number;
  height: number;
}

/** Room below the marks for the words at the ends of the horizontal axis. */
export const BOTTOM = 40;
const AXIS_LETTER_WIDTH = 6.6;

/** Whether a segment steps back because another is chosen. */
export const isContext = (id: number, { chosen }: MapLook): boolean => chosen !== null && chosen !== id;

export const nameOf = (id: number, { names }: MapLook): string =>
  `${segmentLetter(id)}\u00a0 ${names.get(id) ?? ''}`.trim();

const LONG_NAME = 24;

/** The same for a label: of a long name its first part, as the letter tells the rest. */
export function labelOf(id: number, look: MapLook): string {
  const whole = nameOf(id, look);
  const [first = whole] = whole.split(',');
  return whole.length <= LONG_NAME || first.length === whole.length ? whole : `${first}…`;
}

/** A field that holds pixels. */
export const pixels = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });

/** Where a line or a rectangle begins and ends. */
export const fromEndToEnd = { x: pixels('x'), x2: { field: 'x2' }, y: pixels('y'), y2: { field: 'y2' } };

/** A field that holds a colour or a shape. */
export const literal = (field: string) => ({ field, type: 'nominal', scale: null });

/** A field that holds a number taken as it is, such as an opacity. */
export const literalNumber = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: null,
  legend: null,
});

/** The words at the ends of the axes and where they stand. */
function axisTexts({ axes, width, height }: MapLook, zero: Place) {
  const beside = zero.x < width * 0.6 ? { x: zero.x + 8, align: 'left' } : { x: zero.x - 8, align: 'right' };
  return [
    { ...beside, text: axes.up, y: 12 },
    { ...beside, text: axes.down, y: height - BOTTOM - 4 },
    { text: axes.left, x: 8, y: height - 8, align: 'left' },
    { text: axes.right, x: width - 8, y: height - 8, align: 'right' },
  ];
}

/** The room of the words above and below, which labels keep clear of. */
export const axisRoom = (look: MapLook, zero: Place): Taken[] =>
  axisTexts(look, zero)
    .slice(0, 2)
    .map(({ text, x, y, align }) => {
      const width = text.length * AXIS_LETTER_WIDTH;
      return {
        place: { x: align === 'left' ? x + width / 2 : x - width / 2, y },
        label: { width, height: 16 },
      };
    });

/** The words at the ends of the axes. */
export const axisLayers = (look: MapLook, zero: Place, theme: ChartTheme) =>
  axisTexts(look, zero).map(({ text, x, y, align }) => ({
    data: { values: [{ x, y }] },
    mark: { type: 'text', text, align, baseline: 'middle', fill: theme.ink2 },
    encoding: { x: pixels('x'), y: pixels('y') },
  }));
