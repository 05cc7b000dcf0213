import { copying } from '../insight/copying';
import { lookingAtColumn } from '../insight/facts-elsewhere';
import { countingPlanes } from '../insight/map-density';
import { scoringDrawn } from '../insight/silhouette-view';
import { clustering } from '../stats/clustering';
import { evenly } from '../stats/gap';
import { mixing, remixing } from '../stats/mixture-curve';
import { prototyping, reprototyping } from '../stats/prototype-trades';
import { settling } from '../stats/settling';
import { scoring } from '../stats/silhouette';
import { redrawing } from '../stats/stability';
import { treeEvenly, treeRedrawing } from '../stats/tree-trades';
import type { Shift, Trade } from './crew';

// Each is asked for by its name with what belongs to it: `doAll` sees to that.
const trades = new Map(
  [
    clustering,
    settling,
    redrawing,
    scoring,
    evenly,
    copying,
    lookingAtColumn,
    countingPlanes,
    scoringDrawn,
    treeRedrawing,
    treeEvenly,
    mixing,
    remixing,
    prototyping,
    reprototyping,
  ].map((trade) => [trade.name, trade as Trade<unknown, unknown, unknown>]),
);

/** Begins a trade by its name: for hosts that have `Crew.doAll` done elsewhere. */
export function beginTrade(name: string, ground: unknown): Shift<unknown, unknown> {
  const trade = trades.get(name);
  if (!trade) throw new Error(`no such trade: ${name}`);
  return trade.begin(ground);
}
