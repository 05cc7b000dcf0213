import {
  featuresTogether,
  metaOf,
  proposeFeatures,
  type Associations,
  type FeatureProposal,
  type RecipeStep,
} from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';
import { ExploringSelected } from './exploring-selected';
import type { FeaturesApi } from './features-api';

/** What can be asked about getting features ready. */
export abstract class ProposingFeatures extends ExploringSelected implements FeaturesApi {
  featureProposals(call: number, at: TableAt, watch: Watch): Promise<Outcome<readonly FeatureProposal[]>> {
    return this.watched(call, watch, async (work) => {
      const { lists } = this.opened().understanding;
      if (lists.length === 0) return [];
      const table = this.table(at);
      const { cards } = await this.found(at, work);
      const found = await this.associationsOf(table, cards, work);
      return proposeFeatures(lists, cards, found, new Set(metaOf(table).origins.keys()));
    });
  }

  featuresTogether(
    call: number,
    at: TableAt,
    steps: readonly RecipeStep[],
    columns: readonly string[],
    watch: Watch,
  ): Promise<Outcome<Associations>> {
    return this.watched(call, watch, (work) =>
      featuresTogether(this.table(at), this.opened().understanding.source, steps, columns, work),
    );
  }
}
