import * as v from 'valibot';

const Limits = v.array(v.nullable(v.number()));

/** What `rfm-scores` learns: enough to score new customers as the old ones were. */
export const RfmScoresFit = v.pipe(
  v.object({
    levels: v.picklist([3, 4, 5]),
    /**
     * From level 2 to the highest: at most so many days, at least so many orders and so much money; null where no
     * customer reached the level.
     */
    limits: v.object({ recency: Limits, frequency: Limits, monetary: Limits }),
  }),
  v.check(
    ({ levels, limits }) => Object.values(limits).every((list) => list.length === levels - 1),
    'the limits do not fit the number of levels',
  ),
);
export type RfmScoresFit = v.InferOutput<typeof RfmScoresFit>;
