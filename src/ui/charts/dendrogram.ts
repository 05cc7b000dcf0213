import type { TopLevelSpec } from 'vega-lite';
import type { Branch, Dendrogram } from '../../engine/index';
import { chartConfig } from './config';
import { boxes, lines, words, type LineMark } from './plain-marks';
import { markColour, tileLayers } from './segment-tiles';
import type { ChartTheme } from './theme';
import { valueScale } from './value-scale';

const ROW = 16;
const HEAD = 24;
const FOOT = 32;
/** Between two segments. */
const GAP = 10;
const TICKS_APART = 64;
/** Room for names, and letters from which on one is broken behind its comma. */
const NAME = 168;
const LONG = 24;
const LINE = 14;

export interface DendrogramWords {
  cut: string;
  /** Above the numbers. */
  counts: string;
  distance: (value: number) => string;
  count: (customers: number) => string;
  /** Of a segment that is drawn, and how many customers are in it. */
  name: (id: number) => string;
  part: (id: number, customers: number) => string;
}

export interface DendrogramLook {
  chosen: number | null;
  width: number;
  /** Names stand beside the letters where there is room. */
  narrow: boolean;
}

/** Leaves side by side that are of one segment. */
interface Part {
  segment: number | null;
  from: number;
  to: number;
  customers: number;
}

function partsOf({ leaves }: Dendrogram): Part[] {
  const parts: Part[] = [];
  leaves.forEach(({ segment, customers }, at) => {
    const last = parts.at(-1);
    if (last && last.segment === segment) {
      last.to = at;
      last.customers += customers;
    } else parts.push({ segment, from: at, to: at, customers });
  });
  return parts;
}

function nameLines(name: string): { text: string; y: number }[] {
  const comma = name.length > LONG ? name.indexOf(', ') : -1;
  if (comma < 0) return [{ text: name, y: 0 }];
  const lines = [name.slice(0, comma + 1), name.slice(comma + 2)];
  return lines.map((text, i) => ({ text, y: (i - 0.5) * LINE }));
}

export const dendrogramHeight = (tree: Dendrogram): number =>
  HEAD + tree.leaves.length * ROW + (partsOf(tree).length - 1) * GAP + FOOT;

/** The root at the left, leaves one below the other, each segment in its colour, the cut as a dashed line. */
export function dendrogramSpec(
  tree: Dendrogram,
  said: DendrogramWords,
  { chosen, width, narrow }: DendrogramLook,
  theme: ChartTheme,
): TopLevelSpec {
  const parts = partsOf(tree);
  const height = dendrogramHeight(tree);
  const bottom = height - FOOT;
  const right = width - (narrow ? 84 : NAME + 92);
  const top = tree.merges.at(-1)?.height ?? 0;
  const { place, ticks } = valueScale([-top, 0], false, [16, right], TICKS_APART);
  const across = (value: number) => place(-value);
  // The gap after each segment pushes the leaves below it down; what is between two leaves lies between their places.
  const row = (leaf: number) =>
    HEAD + ROW / 2 + leaf * ROW + parts.filter(({ to }) => to < leaf).length * GAP;
  const down = (at: number) => {
    const [low, part] = [Math.floor(at), at - Math.floor(at)];
    return part === 0 ? row(low) : row(low) * (1 - part) + row(low + 1) * part;
  };
  const isFaded = (id: number | null) => chosen !== null && chosen !== id;
  const colour = (id: number | null) =>
    id === null ? (chosen === null ? theme.ink2 : theme.context) : markColour(id, isFaded(id), theme);
  const stem = ({ at, height: from, segment }: Branch, to: number): LineMark => ({
    x: across(from),
    x2: across(to),
    y: down(at),
    y2: down(at),
    stroke: colour(segment),
  });
  const links = tree.merges.flatMap(({ first, second, height: at }) => [
    stem(first, at),
    stem(second, at),
    {
      x: across(at),
      x2: across(at),
      y: down(first.at),
      y2: down(second.at),
      stroke: colour(first.segment === second.segment ? first.segment : null),
    },
  ]);
  const known = parts.flatMap((part) =>
    part.segment === null ? [] : [{ ...part, id: part.segment, y: (row(part.from) + row(part.to)) / 2 }],
  );
  const tileAt = width - (narrow ? 12 : NAME + 16);
  const cut = tree.cut === null ? [] : [across(tree.cut)];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height,
    autosize: 'none',
    config: chartConfig(theme),
    layer: [
      lines(ticks.map((tick) => ({ x: place(tick), x2: place(tick), y: HEAD, y2: bottom, stroke: theme.line })), 1),
      words(ticks.map((tick) => ({ x: place(tick), y: bottom + 16, text: said.distance(-tick + 0), fill: theme.ink2 })), { align: 'center' }),
      lines(links, 1.75),
      lines(cut.map((x) => ({ x, x2: x, y: HEAD - 6, y2: bottom, stroke: theme.ink })), 1.5, [4, 4]),
      words(cut.map((x) => ({ x, y: 8, text: said.cut, fill: theme.ink })), { align: cut[0]! < 60 ? 'left' : cut[0]! > right - 72 ? 'right' : 'center', fontWeight: 600 }),
      words(tree.leaves.map(({ customers, segment }, at) => ({ x: right + 40, y: row(at), text: said.count(customers), fill: isFaded(segment) ? theme.ink2 : theme.ink })), { align: 'right' }),
      words([{ x: right + 40, y: 8, text: said.counts, fill: theme.ink2 }], { align: 'right' }),
      boxes(known.map(({ id, from, to, customers }) => ({ id, x: right + 48, x2: right + 51, y: row(from) - 6, y2: row(to) + 6, fill: colour(id), stroke: colour(id), words: said.part(id, customers) }))),
      ...tileLayers(known.map(({ id, y, customers }) => ({ id, x: tileAt, y, faded: isFaded(id), words: said.part(id, customers) })), theme),
      ...(narrow ? [] : [words(known.flatMap(({ id, y }) => nameLines(said.name(id)).map((line) => ({ ...line, x: tileAt + 16, y: y + line.y, fill: theme.ink }))), { limit: NAME, fontWeight: 600 })]),
    ],
  } as TopLevelSpec; // prettier-ignore
}
