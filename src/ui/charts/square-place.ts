/** Where a square of a picture stands, in pixels from its upper left. */
export interface SquarePlace {
  x: number;
  y: number;
  size: number;
}
