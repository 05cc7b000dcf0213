import * as v from 'valibot';

/** The ways to group customers who are alike; names are permanent, for they live in saved recipes. */
export const MethodName = v.picklist(['kmeans', 'hierarchical', 'gaussian-mixture', 'k-prototypes']);
export type MethodName = v.InferOutput<typeof MethodName>;

/** What is used where a recipe names none. */
export const USUAL: MethodName = 'kmeans';
