import { namesIn, type Params } from './step-form';

/** Whether the newest row says what is taken along; steps of before that took something along keep to the first. */
export const keepsNewest = (params: Params): boolean =>
  params.keepFrom === 'newest' || namesIn(params, 'keep').length === 0;

/** What the step is told of columns taken along; nothing where there are none. */
export const keptAlong = (keep: readonly string[], before: Params): Params =>
  keep.length === 0 ? {} : { keep: [...keep], ...(keepsNewest(before) && { keepFrom: 'newest' }) };
