/** What steps that change segments must know of those there are; lists by segment have that of segment 1 first. */
export interface KnownSegments {
  /** The scaled columns that customers were grouped by. */
  readonly features: readonly string[];
  /** The columns that say what a customer is worth; none where segments go by size. */
  readonly money: readonly string[];
  readonly names: readonly string[];
  /** How well each holds when customers are redrawn, 0 to 1; null where that is not known. */
  readonly overlaps: readonly (number | null)[];
  /** Ids of those that keep their letter. */
  readonly pinned?: readonly number[];
  /** Features in the order of `features`. */
  readonly centroids: readonly (readonly number[])[];
}
