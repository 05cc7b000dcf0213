/** A place for a label: the middle of its box, in pixels. */
export interface Place {
  x: number;
  y: number;
}

export interface Box {
  width: number;
  height: number;
}

export interface Cloud {
  /** In pixels, one per mark. */
  points: readonly Place[];
  label: Box;
}

/** Room that no label may take. */
export interface Taken {
  place: Place;
  label: Box;
}

const COLUMNS = 28;
const ROWS = 24;
/** A covered mark costs as much as this many pixels of distance, a covered label far more. */
const COVERED_MARK = 40;
const COVERED_LABEL = 5000;
/** What counts for being nearer to another cloud than to one's own, per pixel. */
const STRANGER = 3;

/**
 * A place for the label of each cloud, in their order: near the cloud's middle, on few marks, on no other label nor on
 * `words`, inside the frame. The same clouds always give the same places.
 */
export function placeLabels(clouds: readonly Cloud[], frame: Box, words: readonly Taken[] = []): Place[] {
  const marks = new MarkCounts(
    clouds.flatMap((cloud) => cloud.points),
    frame,
  );
  const taken: Taken[] = [...words];
  const middles = clouds.map(({ points }) => middleOf(points, frame));
  clouds.forEach(({ label }, i) => {
    const cost = (place: Place) =>
      strayed(place, middles, i) +
      COVERED_MARK * marks.under(place, label) +
      COVERED_LABEL * taken.filter((other) => !apart(place, label, other)).length;
    taken.push({ place: cheapest(placesFor(label, frame), cost), label });
  });
  return taken.slice(words.length).map(({ place }) => place);
}

/** How far from its own cloud, and more where another cloud is nearer. */
function strayed(place: Place, middles: readonly Place[], own: number): number {
  const distances = middles.map(({ x, y }) => Math.hypot((place.x - x) * 0.8, place.y - y));
  return distances[own]! + Math.max(0, distances[own]! - Math.min(...distances)) * STRANGER;
}

function cheapest(places: readonly Place[], cost: (place: Place) => number): Place {
  let [best, least] = [places[0]!, Infinity];
  for (const place of places) {
    const here = cost(place);
    if (here < least) [best, least] = [place, here];
  }
  return best;
}

function placesFor(label: Box, frame: Box): Place[] {
  const [spanX, spanY] = [Math.max(0, frame.width - label.width), Math.max(0, frame.height - label.height)];
  return Array.from({ length: (ROWS + 1) * (COLUMNS + 1) }, (_, i) => {
    const [row, column] = [Math.floor(i / (COLUMNS + 1)), i % (COLUMNS + 1)];
    return { x: label.width / 2 + (spanX * column) / COLUMNS, y: label.height / 2 + (spanY * row) / ROWS };
  });
}

function middleOf(points: readonly Place[], frame: Box): Place {
  if (points.length === 0) return { x: frame.width / 2, y: frame.height / 2 };
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return { x: middle(points.map(({ x }) => x)), y: middle(points.map(({ y }) => y)) };
}

const apart = (place: Place, label: Box, other: Taken) =>
  Math.abs(place.x - other.place.x) >= (label.width + other.label.width) / 2 + 8 ||
  Math.abs(place.y - other.place.y) >= (label.height + other.label.height) / 2 + 4;

const CELL = 4;

/** How many marks lie under a box, by sums over a grid of cells of 4 pixels. */
class MarkCounts {
  readonly #columns: number;
  readonly #rows: number;
  /** At (row, column) the marks above and left of that corner. */
  readonly #sums: Uint32Array;

  constructor(marks: readonly Place[], frame: Box) {
    this.#columns = Math.ceil(frame.width / CELL) + 1;
    this.#rows = Math.ceil(frame.height / CELL) + 1;
    this.#sums = new Uint32Array(this.#columns * this.#rows);
    for (const { x, y } of marks) this.#sums[this.#at(y / CELL + 1, x / CELL + 1)]!++;
    for (let row = 0; row < this.#rows; row++) {
      let along = 0;
      for (let column = 0; column < this.#columns; column++) {
        along += this.#sums[row * this.#columns + column]!;
        this.#sums[row * this.#columns + column] =
          along + (row > 0 ? this.#sums[(row - 1) * this.#columns + column]! : 0);
      }
    }
  }

  under({ x, y }: Place, { width, height }: Box): number {
    const [left, right] = [(x - width / 2) / CELL - 1, (x + width / 2) / CELL + 1];
    const [top, bottom] = [(y - height / 2) / CELL - 1, (y + height / 2) / CELL + 1];
    const sum = (row: number, column: number) => this.#sums[this.#at(row, column)]!;
    return sum(bottom, right) - sum(bottom, left) - sum(top, right) + sum(top, left);
  }

  #at(row: number, column: number): number {
    const within = (value: number, most: number) => Math.min(most - 1, Math.max(0, Math.floor(value)));
    return within(row, this.#rows) * this.#columns + within(column, this.#columns);
  }
}
