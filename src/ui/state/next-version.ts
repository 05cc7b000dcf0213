/** What stands between this page and the version of the app that waits for it. */
export interface NextVersion {
  /** Asks the waiting version to take over. */
  ask: () => void;
  /** Calls back as soon as it serves this page. */
  onServing: (then: () => void) => void;
  reload: () => void;
}

const AGAIN_MS = 1000;
const TIMES = 10;

/**
 * Reloads the page once, when the next version serves it. A browser lets the version before finish what it is at, and may
 * miss the moment it is done, so the question is put again each second; after ten the page reloads all the same, which
 * ends whatever held it.
 */
export function takeNextVersion({ ask, onServing, reload }: NextVersion): void {
  let asked = 1;
  const again = setInterval(() => {
    if (asked++ < TIMES) ask();
    else leave();
  }, AGAIN_MS);
  let left = false;
  const leave = () => {
    clearInterval(again);
    if (!left) reload();
    left = true;
  };
  onServing(leave);
  ask();
}
