import { placeLabels, type Place } from './label-places';
import { axisRoom, BOTTOM, isContext, literal, labelOf, pixels, type MapLook } from './map-look';
import { colourOf, fillOf, isOutline, shapeOf } from './segment-marks';
import type { ChartTheme } from './theme';

const LABEL_HEIGHT = 22;
/** Mean width of a letter of a 15 px label, and the room for shape, letter and gaps. */
const LETTER_WIDTH = 8;
const LABEL_ROOM = 36;
const TEXT = { type: 'text', align: 'left', baseline: 'middle', fontSize: 15, fontWeight: 600 };

/** Shape, letter and name of each segment beside its marks. */
export function labelLayers(
  marks: readonly (Place & { id: number })[],
  look: MapLook,
  zero: Place,
  theme: ChartTheme,
) {
  const data = { values: labels(marks, look, zero, theme) };
  const encoding = { x: pixels('textX'), y: pixels('y'), text: { field: 'name' } };
  return [
    {
      data,
      mark: { type: 'point', size: 110, opacity: 1, strokeWidth: 1 },
      encoding: {
        x: pixels('x'),
        y: pixels('y'),
        shape: literal('shape'),
        fill: literal('fill'),
        stroke: literal('stroke'),
      },
    },
    // Paper round the letters first, so that they can be read where they lie on marks.
    { data, mark: { ...TEXT, stroke: theme.paper, strokeWidth: 4, strokeJoin: 'round' }, encoding },
    { data, mark: TEXT, encoding },
  ];
}

function labels(marks: readonly (Place & { id: number })[], look: MapLook, zero: Place, theme: ChartTheme) {
  const ids = [...look.names.keys()];
  const clouds = ids.map((id) => ({
    points: marks.filter((mark) => mark.id === id),
    label: { width: labelOf(id, look).length * LETTER_WIDTH + LABEL_ROOM, height: LABEL_HEIGHT },
  }));
  const frame = { width: look.width, height: look.height - BOTTOM };
  const places = placeLabels(clouds, frame, axisRoom(look, zero));
  return ids.map((id, i) => {
    const x = places[i]!.x - clouds[i]!.label.width / 2 + 8;
    const away = isContext(id, look);
    return {
      id,
      x,
      textX: x + 14,
      y: places[i]!.y,
      name: labelOf(id, look),
      shape: shapeOf(id),
      fill: away && !isOutline(id) ? theme.context : fillOf(theme, id),
      stroke: away ? theme.context : colourOf(theme, id),
    };
  });
}
