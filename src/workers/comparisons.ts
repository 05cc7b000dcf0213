import {
  columnGrouping,
  compareGroupings,
  countInside,
  countRules,
  countGrouping,
  groupingFor,
  segmentGrouping,
  type Grouping,
  type GroupingsCompared,
  type InsideCount,
  type MapArea,
  type Recipe,
  type Rule,
  type RulesCount,
  type RunOutcome,
  type Segmentation,
  type StepCache,
  type Work,
} from '../engine/index';
import type { OtherGrouping, Outcome, Watch } from './api';
import { BeforeReading } from './before-reading';
import type { Source } from './on-the-desk';
import { outcomeOf } from './run-on-files';

/** What the present recipe gave, and what another one needs to run beside it. */
export interface Segmented {
  recipe: Recipe;
  outcome: RunOutcome;
  segmentation: Segmentation;
  source: Source;
  cache: StepCache;
}

/** The segments held against other ways to group the same customers. */
export abstract class Comparisons extends BeforeReading {
  /** @throws EngineError `missing-column` where there are no segments */
  protected abstract readonly segmented: Segmented;

  compareSegments(call: number, other: OtherGrouping, watch: Watch): Promise<Outcome<GroupingsCompared>> {
    return this.watched(call, watch, async (work) => {
      const { table } = this.segmented.outcome;
      return compareGroupings(segmentGrouping(table), await this.#grouping(other, work));
    });
  }

  countInside(call: number, area: MapArea, watch: Watch): Promise<Outcome<InsideCount>> {
    return this.watched(call, watch, (work) => countInside(this.segmented.outcome.table, area, work));
  }

  countRules(call: number, rules: readonly Rule[], watch: Watch): Promise<Outcome<RulesCount>> {
    return this.watched(call, watch, (work) => countRules(this.segmented.outcome.table, rules, work));
  }

  async #grouping(other: OtherGrouping, work: Work): Promise<Grouping> {
    const { recipe, outcome, source, cache } = this.segmented;
    if ('k' in other) return countGrouping(recipe, outcome, other.k, work);
    if ('column' in other) return columnGrouping(outcome.table, other.column);
    // What both recipes have in common is done already.
    const there = (await outcomeOf(source, other.recipe, { mode: 'learn', cache }, work)).outcome.table;
    return groupingFor(outcome.table, there, segmentGrouping(there));
  }
}
