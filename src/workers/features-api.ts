import type { Associations, FeatureProposal, RecipeStep } from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';

/** What can be asked about getting features ready. */
export interface FeaturesApi {
  /** What each column of a customer table could become; none of orders. */
  featureProposals(call: number, table: TableAt, watch: Watch): Promise<Outcome<readonly FeatureProposal[]>>;
  /** How columns would go together after some steps; changes nothing. */
  featuresTogether(
    call: number,
    table: TableAt,
    steps: readonly RecipeStep[],
    columns: readonly string[],
    watch: Watch,
  ): Promise<Outcome<Associations>>;
}
