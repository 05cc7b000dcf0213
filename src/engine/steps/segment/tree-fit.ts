import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The top of the tree that segments were cut from. */
export const TreeFit = v.pipe(
  v.object({
    /** Customers that are grouped, without those set apart. */
    customers: count,
    /** Those of them that the tree was grown on. */
    sample: count,
    /** Of each leaf: how many of them are below. */
    sizes: v.pipe(v.array(count), v.minLength(1)),
    /** By height; leaves are 0 to m − 1, what merge i makes is m + i. Heights are distances between scaled customers. */
    merges: v.array(v.object({ a: count, b: count, height: v.number() })),
  }),
  v.check(
    ({ sizes, merges }) =>
      merges.length === sizes.length - 1 && merges.every(({ a, b }, i) => Math.max(a, b) < sizes.length + i),
    'the tree is not one',
  ),
);
export type TreeFit = v.InferOutput<typeof TreeFit>;

/** How a run was cut from the tree. */
export const TreeCut = v.object({
  /** Of each leaf, the segment it is in, from 1. */
  leaves: v.array(v.pipe(count, v.minValue(1))),
  /** Share of the sample that is in the segment the tree has it in; others are nearer to the middle of another. */
  kept: v.number(),
});
export type TreeCut = v.InferOutput<typeof TreeCut>;
