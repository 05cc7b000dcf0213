/** A number of segments of which only the inertia, the overlap and the silhouette matter to a test. */
export const NOT_JUDGED = {
  gap: null,
  gapError: null,
  calinskiHarabasz: null,
  daviesBouldin: null,
  smallest: null,
} as const;
