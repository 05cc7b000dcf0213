import type { Recipe } from './schema';

/**
 * What a model learnt, for a recipe that may have other steps for other files than it had when it was saved: those that
 * append or join files learn nothing, so a model has all there is to know of them.
 */
export const fitsFor = (
  { steps }: Recipe,
  fits: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(
    steps.filter(({ op }) => op === 'append' || op === 'join').map(({ id }) => [id, null]),
  ),
  ...fits,
});
