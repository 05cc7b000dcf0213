import { EngineError } from '../../errors';
import { dayAfter } from '../../steps/parts/reference-day';
import { parseDay } from '../../steps/parts/calendar';
import { inBlocks } from '../../steps/parts/blocks';
import { Adding } from '../../steps/rfm/add-up';
import { orderRows, type OrderRows } from '../../steps/rfm/order-rows';
import { columnOf } from '../../table/table';
import type { Column } from '../../table/columns';
import type { Work } from '../../work';
import type { SegmentsAndMoney } from '../moves/labelled-customers';
import { customersThen, FirstValues, MoneyInFigures } from './customers-then';
import { daysOf, rowsByPeriod, type RowsByPeriod } from './orders-by-period';
import { periodsOf, type Periods } from './periods';
import { replayedSteps, type NoHistory, type ReplayedSteps, type RunToReplay } from './replayed-steps';
import { labelsThen, type LabelsThen } from './labels-then';

/**
 * The orders of a run gone through once more, day by day, with the segments that were learnt from all of them. Customers
 * have places from 0 in the order in which they first ordered.
 */
export class Replay {
  /** Names of segments by place from 1: those of the run, then those that only were there before. */
  readonly names: string[];
  readonly #own: number;
  #firstRows: readonly number[] = [];

  private constructor(
    readonly periods: Periods,
    readonly money: SegmentsAndMoney['money'],
    private readonly steps: ReplayedSteps,
    private readonly rows: OrderRows,
    private readonly sorted: RowsByPeriod,
    names: readonly string[],
  ) {
    this.names = [...names];
    this.#own = names.length;
  }

  /** @throws EngineError; Stopped */
  static async of(
    run: RunToReplay,
    { segments, money }: SegmentsAndMoney,
    work: Work,
  ): Promise<Replay | NoHistory> {
    const steps = replayedSteps(run);
    if ('why' in steps) return steps;
    const rows = await orderRows(steps.orders, steps.params, work);
    const days = await daysOf(rows, work);
    if (!days) throw new EngineError('no-rows-left', { step: 'rfm' });
    const periods = periodsOf(days);
    if (periods.ends.length < 2) return { why: 'one-period' };
    const sorted = await rowsByPeriod(rows, periods.ends, work);
    const names: string[] = [];
    for (const { id, name } of segments) names[id - 1] = name;
    return new Replay(
      periods,
      money,
      steps,
      rows,
      sorted,
      Array.from(names, (name) => name ?? ''),
    );
  }

  /** Name of the column that says who a customer is, and its cells by place as far as the replay has come. */
  get key(): string {
    return this.steps.params.customer;
  }
  customers(): Column {
    return columnOf(this.steps.orders, this.key).take(Uint32Array.from(this.#firstRows));
  }

  /** The customers as of the ends of these periods, rising. @throws EngineError; Stopped */
  async *at(wanted: readonly number[], alone: Work): AsyncGenerator<LabelsThen> {
    const { steps, rows, sorted, periods } = this;
    const adding = new Adding(rows, steps.fit.orderTotals, Infinity);
    const first = new FirstValues(steps.orders, steps.keep, rows);
    const money = new MoneyInFigures(rows);
    const last = wanted.at(-1) ?? -1;
    this.#firstRows = adding.totals.firstRows;
    for (let period = 0; period <= last; period++) {
      const work = countingPeriods(alone, period, last + 1);
      const from = sorted.ends[period - 1] ?? 0;
      await inBlocks(sorted.ends[period]! - from, '', work, (begin, end) => {
        for (const row of sorted.rows.subarray(from + begin, from + end)) {
          adding.add(row);
          first.add(row);
          money.add(row);
        }
      });
      if (!wanted.includes(period)) continue;
      const isLast = period === periods.ends.length - 1;
      const given = dayAfter(periods.ends[period]!);
      const reference = isLast ? parseDay(steps.fit.referenceDate)! : given;
      const made = await customersThen(steps, adding.totals, { first, money }, reference, work);
      const table = made.numRows() > 0 ? await steps.follow(made, isLast ? null : given, work) : null;
      const labels = labelsThen(table, adding.totals.customers.length, this.names, this.#own, this.money);
      await work.breathe();
      yield labels;
      await work.breathe();
    }
  }
}

/** Steps report their own progress, but how far all is counts in periods. */
const countingPeriods = (work: Work, done: number, total: number): Work => ({
  now: () => work.now(),
  breathe: () => work.breathe({ phase: 'going-back', done, total, unit: 'rounds' }),
  crew: work.crew,
});
