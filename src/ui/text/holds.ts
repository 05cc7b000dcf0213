import type { KRun } from '../../engine/index';

/** From this overlap on a segment counts as one (LOOK.md section 7; FACTS.md section 4). */
export const HOLDS = 0.75;

/** Whether the weakest of so many segments comes back when customers are redrawn. */
export const holds = (run: KRun): boolean => run.overlap !== null && run.overlap >= HOLDS;
