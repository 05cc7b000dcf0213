/** Quiet for so long, and nobody is waiting: a person who presses the next button does it sooner or much later. */
const QUIET_MS = 300;
const LISTEN_MS = 10;

let underWay = 0;
let ended = -Infinity;

/** Counts the work as something a person waits for, while it lasts. */
export async function whileWaitedFor<T>(make: () => Promise<T>): Promise<T> {
  underWay++;
  try {
    return await make();
  } finally {
    underWay--;
    ended = performance.now();
  }
}

/** Resolves once nobody has been waiting for a moment, or it is late: for work that can be done later, such as storing. */
export async function untilQuiet(late: number): Promise<void> {
  const isQuiet = (now: number) => now > late || (underWay === 0 && now - ended >= QUIET_MS);
  while (!isQuiet(performance.now())) await after(QUIET_MS);
}

/** Resolves once nobody is waiting, or it is late: for what is shown beside, such as the heads of a table. */
export async function untilIdle(late: number): Promise<void> {
  while (underWay > 0 && performance.now() <= late) await after(LISTEN_MS);
}

let urgent = 0;
const waiting: (() => void)[] = [];

/** Counts the work as something that all else gives way to, such as a move of a selection, while it lasts. */
export async function whileUrgent<T>(make: () => Promise<T>): Promise<T> {
  urgent++;
  try {
    return await make();
  } finally {
    urgent--;
    if (urgent === 0) for (const go of waiting.splice(0)) go();
  }
}

/** Resolves once nothing is urgent; undefined where nothing is. */
export const untilNotUrgent = (): Promise<void> | undefined =>
  urgent === 0 ? undefined : new Promise((resolve) => waiting.push(resolve));

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
