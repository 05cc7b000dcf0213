import * as v from 'valibot';
import { RfmFit, RfmParams } from '../rfm/params';

/** Days ahead, if not said. */
export const USUAL_HORIZON = 365;
/** By which money loses worth in 30 days, if not said. */
export const USUAL_DISCOUNT = 0.01;

/** How far is looked ahead, and what later money is worth. */
export const HowFar = v.strictObject({
  /** How far ahead, in days; 365, if not said. */
  horizon: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650))),
  /** By how much later money is worth less, a share for each 30 days; 0.01, if not said. */
  discount: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(0.5))),
});

export const Params = v.strictObject({
  ...RfmParams.entries,
  ...HowFar.entries,
});
export type Params = v.InferOutput<typeof Params>;

const Above0 = v.pipe(v.number(), v.finite(), v.minValue(0));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** BG/NBD, times in days. `errors`: standard errors, null where the data do not pin the parameters down. */
const Orders = v.object({
  r: Above0,
  alpha: Above0,
  a: Above0,
  b: Above0,
  logLikelihood: v.number(),
  errors: v.nullable(v.object({ r: Above0, alpha: Above0, a: Above0, b: Above0 })),
});

/** Gamma-Gamma, in the file's money. */
const Spend = v.object({
  p: Above0,
  q: Above0,
  v: Above0,
  logLikelihood: v.number(),
  errors: v.nullable(v.object({ p: Above0, q: Above0, v: Above0 })),
});

/** What the data taught; a model is null where the data do not bear it. */
export const LearntValue = v.object({
  orders: v.nullable(Orders),
  spend: v.nullable(Spend),
  /** Customers learnt from, those of them who bought on two days or more, and the longest that one was seen, in days. */
  customers: Count,
  repeaters: Count,
  longest: Count,
  /** Pearson's, between repeats and their mean money; null where it is not known. */
  correlation: v.nullable(v.number()),
  /** How many customers bought again so often, and how many the model expects; the last line is so often or more. */
  repeats: v.array(v.object({ repeats: Count, customers: Count, expected: Above0 })),
});
export const ValueFit = v.object({ ...RfmFit.entries, ...LearntValue.entries });
export type ValueFit = v.InferOutput<typeof ValueFit>;
