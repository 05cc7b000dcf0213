import type { Params } from './step-form';

/** Whether two sets of choices say the same, in whatever order they say it. */
export const sameParams = (one: Params, other: Params): boolean => inOrder(one) === inOrder(other);

const inOrder = (params: Params): string =>
  JSON.stringify(
    Object.entries(params)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The number a text says, NaN where it is none or empty; a comma is taken for a point. */
export const numberSaid = (text: string): number =>
  text.trim() === '' ? NaN : Number(text.replace(',', '.'));
