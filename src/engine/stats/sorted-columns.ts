import { withBreaths } from '../pieces';
import type { Work } from '../work';
import { risingInPieces, type Rising } from './rising';

/** Columns in rising order, so that what is asked of one again is not sorted again. The last `most` asked for are kept. */
export class SortedColumns {
  readonly #most: number;
  readonly #known = new Map<Float64Array, Rising>();

  constructor(most: number) {
    this.#most = most;
  }

  /** @param values are not to change while they are known; NaN is left out @throws Stopped */
  async of(values: Float64Array, work: Work): Promise<Rising> {
    const found = this.#known.get(values) ?? (await withBreaths(risingInPieces(values), work));
    this.#known.delete(values);
    this.#known.set(values, found);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#most && oldest) this.#known.delete(oldest);
    return found;
  }
}
