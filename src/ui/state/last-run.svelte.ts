import type { Segmentation } from '../../engine/index';
import type { RunView } from '../../workers/api';

/** What the present recipe gave, and the segment that is looked at. */
export class LastRun {
  #view = $state.raw<RunView | null>(null);
  #chosenSegment = $state<number | null>(null);

  /** Null before the first run. */
  get view(): RunView | null {
    return this.#view;
  }
  get segmentation(): Segmentation | null {
    return this.#view?.segmentation ?? null;
  }
  get chosenSegment(): number | null {
    return this.#chosenSegment;
  }

  take(view: RunView | null): void {
    this.#view = view;
    const segments = view?.segmentation?.segments.length ?? 0;
    if (this.#chosenSegment !== null && this.#chosenSegment > segments) this.#chosenSegment = null;
  }

  clear(): void {
    this.#view = null;
    this.#chosenSegment = null;
  }

  /** Choosing what is chosen already clears the choice. */
  choose(segment: number | null): void {
    this.#chosenSegment = segment === this.#chosenSegment ? null : segment;
  }
}
