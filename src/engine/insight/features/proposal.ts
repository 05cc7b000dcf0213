import type { RecipeStep } from '../../recipe/schema';
import type { ColumnList } from '../understanding';

/** Why a column is to be used so; each is a key of `ui/text/features.ts`. */
export type FeatureReason =
  /** It names the customer. */
  | 'key'
  /** A number of what customers do, with an even enough spread. `skewness`. */
  | 'ready'
  /** A step evened it out or scaled it. */
  | 'made'
  /** A few very large values would rule the distance. `skewness`, `median`, `max`; `negatives` where there are any. */
  | 'long-tail'
  /** It runs with another one, which says the same. `other`, `value` and its `measure`, `pearson` or `spearman`: the greater in size. */
  | 'near-copy'
  /** Its name says how something ended. */
  | 'outcome'
  /** It names few kinds of customers, `distinct`: made into columns of yes and no it could shape the groups. */
  | 'few-kinds'
  /** A date: days since then could shape the groups. */
  | 'date'
  /** Its name says who somebody is. */
  | 'who'
  /** It tells the groups apart in words. */
  | 'describes'
  /** Left out when the file was read; `why` and `detail` as the check screen has them. */
  | 'left-out';

/** What one column could become before customers are grouped. */
export interface FeatureProposal {
  column: string;
  /** How the column itself is used now, and how it would be. */
  now: ColumnList;
  then: ColumnList;
  reason: FeatureReason;
  details: Readonly<Record<string, number | string | null>>;
  /** What makes its new columns; null where the column only changes its list, or nothing changes. */
  step: (Pick<RecipeStep, 'op' | 'params'> & Partial<Pick<RecipeStep, 'version'>>) | null;
  /** The columns the step makes, which group in its stead. */
  makes: readonly string[];
  /** Whether it is taken unless the person says otherwise. */
  advised: boolean;
}
