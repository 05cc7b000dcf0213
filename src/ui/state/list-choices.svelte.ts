import type { KeptLists } from '../../workers/kept-lists';
import type { KeptChoice } from './kept-choice.svelte';

const NOTHING: KeptLists = {
  look: null,
  columns: null,
  segments: null,
  rowColumns: null,
  rowGuard: false,
};

/** What is chosen for lists, as it is stored with the work. */
export class ListChoices {
  readonly #kept: KeptChoice<KeptLists>;

  constructor(kept: KeptChoice<KeptLists>) {
    this.#kept = kept;
  }

  get now(): KeptLists {
    return this.#kept.now ?? NOTHING;
  }

  choose(change: Partial<KeptLists>): void {
    this.#kept.keep({ ...this.now, ...change });
  }
}
