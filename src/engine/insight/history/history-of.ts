import { DAY } from '../../steps/parts/calendar';
import { MISSING } from '../../table/columns';
import type { Work } from '../../work';
import type { SegmentsAndMoney } from '../moves/labelled-customers';
import { NOBODY, type MatchedCustomers } from '../moves/match-customers';
import { movesOf, type Moves } from '../moves/moves-of';
import type { History, HistoryPoint } from './history';
import { ABSENT, type LabelsThen } from './labels-then';
import { Replay } from './replay';
import type { NoHistory, RunToReplay } from './replayed-steps';

/**
 * The segments of a run as of the ends of the last 24 months, or weeks where the orders lie in fewer than four months, and as
 * of the last day. The rows that went into `rfm` are looked at up to each day; everything learnt stays as it was, recency is
 * counted to the day after. The last point is the run itself.
 * @returns why there is none, where the recipe cannot be looked back at
 * @throws EngineError; Stopped
 */
export async function historyOf(
  run: RunToReplay,
  segments: SegmentsAndMoney,
  work: Work,
): Promise<History | NoHistory> {
  const replay = await Replay.of(run, segments, work);
  if ('why' in replay) return replay;
  const { by, ends, leftOut, stray } = replay.periods;
  const points: HistoryPoint[] = [];
  const moves: Moves[] = [];
  let [first, before]: (LabelsThen | null)[] = [null, null];
  for await (const now of replay.at([...ends.keys()], work)) {
    points.push(pointOf(now, ends[points.length]! * DAY));
    await work.breathe();
    if (before) moves.push(movesOf(matchedThen(replay, before, now)));
    before = now;
    first ??= now;
  }
  const overall = movesOf(matchedThen(replay, first!, before!));
  const all = replay.names.length;
  return {
    by,
    leftOut,
    ...(stray && { stray: { after: stray.after * DAY, rows: stray.rows } }),
    names: replay.names,
    points: points.map((point) => widened(point, all)),
    moves,
    overall,
  };
}

/** The customers at two points of the history, by their places in it. @throws EngineError; Stopped */
export async function historyBetween(
  run: RunToReplay,
  segments: SegmentsAndMoney,
  { from, to }: { from: number; to: number },
  work: Work,
): Promise<MatchedCustomers | NoHistory> {
  const replay = await Replay.of(run, segments, work);
  if ('why' in replay) return replay;
  const found: LabelsThen[] = [];
  for await (const labels of replay.at([from, to], work)) found.push(labels);
  return matchedThen(replay, found[0]!, found[1]!);
}

function pointOf({ segments, worth }: LabelsThen, day: number): HistoryPoint {
  const sizes: number[] = [];
  const money: number[] = [];
  let withoutSegment = 0;
  for (let place = 0; place < segments.length; place++) {
    const segment = segments[place]!;
    if (segment === ABSENT) continue;
    if (segment === 0) withoutSegment++;
    else {
      sizes[segment - 1] = (sizes[segment - 1] ?? 0) + 1;
      if (worth) money[segment - 1] = (money[segment - 1] ?? 0) + worth[place]!;
    }
  }
  return { day, sizes, worth: worth && money, withoutSegment };
}

/** With a figure for each segment, 0 where it was empty. */
function widened(point: HistoryPoint, all: number): HistoryPoint {
  const each = (values: readonly number[]) => Array.from({ length: all }, (_, i) => values[i] ?? 0);
  return { ...point, sizes: each(point.sizes), worth: point.worth && each(point.worth) };
}

function matchedThen(replay: Replay, then: LabelsThen, now: LabelsThen): MatchedCustomers {
  const customers = replay.customers();
  const labelled = ({ segments, worth }: LabelsThen) => ({
    key: replay.key,
    customers,
    names: replay.names,
    segments,
    worth,
  });
  const wasThere = (place: number) => place < then.segments.length && then.segments[place] !== ABSENT;
  const before = new Uint32Array(now.segments.length);
  const gone: number[] = [];
  for (let place = 0; place < before.length; place++) {
    const isThere = now.segments[place] !== ABSENT;
    before[place] = !isThere ? NOBODY : wasThere(place) ? place : MISSING;
    if (!isThere && wasThere(place)) gone.push(place);
  }
  return { then: labelled(then), now: labelled(now), before, gone: Uint32Array.from(gone) };
}
