let last: Promise<unknown> = Promise.resolve();

/** A task of the browser's own: what waits for paint or input goes first. */
const task = (): Promise<void> => new Promise((resume) => setTimeout(resume));

/**
 * Does the work when everything asked for before it is done, in a task of its own, so that a screen with much on it
 * never blocks for the sum. What fails does not hold up the next.
 */
export function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
  const done = last.then(task).then(work);
  last = done.catch(() => undefined);
  return done;
}
