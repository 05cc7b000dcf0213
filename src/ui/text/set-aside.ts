import type { StepOutcome } from '../../engine/index';

/** Customers who only returned, whom steps have set aside. */
export const setAsideIn = (steps: readonly Pick<StepOutcome, 'counts'>[]): number =>
  steps.reduce((sum, { counts }) => sum + (counts.returnsOnly ?? 0), 0);
