import type { ChartTheme } from './theme';

/** Segments from the ninth on repeat the colours and shapes of A and those after it as an outline. */
const COLOURS = 8;

const corner = (degrees: number, radius: number): string => {
  const angle = (degrees * Math.PI) / 180;
  return `${(radius * Math.cos(angle)).toFixed(3)},${(radius * Math.sin(angle)).toFixed(3)}`;
};

const polygon = (corners: number, radius: number, turn: number): string =>
  `M${Array.from({ length: corners }, (_, i) => corner((i * 360) / corners + turn, radius)).join('L')}Z`;

const STAR = `M${Array.from({ length: 10 }, (_, i) => corner(i * 36 - 90, i % 2 ? 0.52 : 1.3)).join('L')}Z`;

/** Paths about a unit circle, of about equal weight to the eye: circle, square, triangles, diamond, cross, star, hexagon. */
const SHAPES = [
  'M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z',
  polygon(4, 1.25, 45),
  polygon(3, 1.3, -90),
  polygon(4, 1.3, 0),
  'M-0.36,-1.1H0.36V-0.36H1.1V0.36H0.36V1.1H-0.36V0.36H-1.1V-0.36H-0.36Z',
  polygon(3, 1.3, 90),
  STAR,
  polygon(6, 1.12, 0),
] as const;

/** From the ninth on: a ring in the colour, paper inside. */
export const isOutline = (id: number): boolean => id > COLOURS;

export const colourOf = (theme: ChartTheme, id: number): string => theme.segments[(id - 1) % COLOURS]!;

/** What fills a tile of the segment. */
export const fillOf = (theme: ChartTheme, id: number): string =>
  isOutline(id) ? theme.paper : colourOf(theme, id);

/** The colour of the letter on the tile. */
export const inkOf = (theme: ChartTheme, id: number): string =>
  isOutline(id) ? theme.ink : theme.segmentInks[(id - 1) % COLOURS]!;

/** The shape of the segment's marks as a path about the unit circle, as Vega takes it. */
export const shapeOf = (id: number): string => SHAPES[(id - 1) % COLOURS]!;
