import { Stopped, type Progress, type Work } from '../engine/index';

const STRETCH_MS = 100;

/** The engine's `Work` on a terminal: gives way to signals every 100 ms, shows progress where somebody looks. */
export class TerminalWork implements Work {
  #stopped = false;
  #rested = performance.now();
  #shown = false;

  stop(): void {
    this.#stopped = true;
  }

  now(): number {
    return performance.now();
  }

  breathe(progress?: Progress): Promise<void> | undefined {
    if (this.#stopped) throw new Stopped();
    return performance.now() - this.#rested > STRETCH_MS ? this.#rest(progress) : undefined;
  }

  /** Takes the line of progress away. */
  clear(): void {
    if (this.#shown) process.stderr.write('\r\x1b[K');
    this.#shown = false;
  }

  async #rest(progress?: Progress): Promise<void> {
    if (progress && process.stderr.isTTY) this.#show(progress);
    await new Promise((resolve) => setImmediate(resolve));
    this.#rested = performance.now();
    if (this.#stopped) throw new Stopped();
  }

  #show({ phase, done, total }: Progress): void {
    const share = total > 0 ? ` ${Math.min(100, Math.floor((100 * done) / total))} %` : '';
    process.stderr.write(`\r\x1b[K${phase}${share}`);
    this.#shown = true;
  }
}
