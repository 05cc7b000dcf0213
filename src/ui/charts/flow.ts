import type { Flow, Moves } from '../../engine/index';

/** A bar at either side of the picture: a segment, customers in none, or those that were or are not there. */
export interface FlowBar {
  side: 'then' | 'now';
  /** Place of the segment from 1, 0 for no segment, null for not there. */
  place: number | null;
  customers: number;
  y: number;
  height: number;
}

/** Customers on their way from one bar to another. */
export interface FlowBand {
  from: number | null;
  to: number | null;
  customers: number;
  /** Whether they stayed in the same segment. */
  stays: boolean;
  left: number;
  right: number;
  height: number;
}

export interface FlowLayout {
  bars: readonly FlowBar[];
  bands: readonly FlowBand[];
}

const GAP = 10;
/** A bar somebody is in can be seen. */
const LEAST = 1;

/** Bars and bands for a picture of that height, both sides adding up to the same customers. */
export function flowLayout(moves: Moves, height: number): FlowLayout {
  const then = places(moves.flows, 'from');
  const now = places(moves.flows, 'to');
  const most = Math.max(then.length, now.length);
  const all = moves.flows.reduce((sum, { customers }) => sum + customers, 0);
  const per = (height - GAP * (most - 1)) / (all || 1);
  const bars = [...stack('then', then, moves.flows, per), ...stack('now', now, moves.flows, per)];
  const left = new Map(bars.filter(({ side }) => side === 'then').map(({ place, y }) => [place, y]));
  const right = new Map(bars.filter(({ side }) => side === 'now').map(({ place, y }) => [place, y]));
  const bands = moves.flows.map(({ from, to, customers }) => {
    const band = {
      from,
      to,
      customers,
      stays: isStay(moves, from, to),
      left: left.get(from)!,
      right: right.get(to)!,
      height: customers * per,
    };
    left.set(from, band.left + band.height);
    right.set(to, band.right + band.height);
    return band;
  });
  return { bars, bands };
}

/** Whether customers of a flow are in the segment they were in. */
export const isStay = ({ same }: Pick<Moves, 'same'>, from: number | null, to: number | null): boolean =>
  from !== null && to !== null && (from === 0 ? to === 0 : same[from] === to);

const RANKS = { absent: 999, none: 998 };
const rank = (place: number | null) => (place === null ? RANKS.absent : place === 0 ? RANKS.none : place);

const places = (flows: readonly Flow[], end: 'from' | 'to'): (number | null)[] =>
  [...new Set(flows.map((flow) => flow[end]))].sort((a, b) => rank(a) - rank(b));

function stack(
  side: FlowBar['side'],
  all: readonly (number | null)[],
  flows: readonly Flow[],
  per: number,
): FlowBar[] {
  let y = 0;
  return all.map((place) => {
    const customers = flows
      .filter((flow) => (side === 'then' ? flow.from : flow.to) === place)
      .reduce((sum, flow) => sum + flow.customers, 0);
    const bar = { side, place, customers, y, height: Math.max(LEAST, customers * per) };
    y += customers * per + GAP;
    return bar;
  });
}

/** The outline of a band between two edges, as an SVG path. */
export function bandPath({ left, right, height }: FlowBand, from: number, to: number): string {
  const middle = (from + to) / 2;
  const at = (value: number) => value.toFixed(1);
  return (
    `M${from},${at(left)}C${middle},${at(left)},${middle},${at(right)},${to},${at(right)}` +
    `V${at(right + height)}C${middle},${at(right + height)},${middle},${at(left + height)},${from},${at(left + height)}Z`
  );
}

/** Where the words beside the bars of one side stand: by the middle of each, but so many pixels apart. */
export function labelHeights(bars: readonly FlowBar[], apart: number): number[] {
  const found: number[] = [];
  for (const { y, height } of bars) found.push(Math.max(y + height / 2, (found.at(-1) ?? -Infinity) + apart));
  return found;
}
