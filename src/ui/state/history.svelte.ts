import type { Moment } from '../../workers/api';
import { before, behind, goneTo, NO_MOMENTS, treeOf, withMoment, type TreeMoment } from './moment-tree';

/** The moments a person went through, each a recipe and the choices it rests on, and which is the present one. */
export class History {
  #tree = $state.raw(NO_MOMENTS);

  /** In the order they were made. */
  get moments(): readonly TreeMoment[] {
    return this.#tree.moments;
  }
  get cursor(): number {
    return this.#tree.cursor;
  }
  get present(): Moment | null {
    return this.#tree.moments[this.#tree.cursor] ?? null;
  }
  /** Where undo and redo lead; null where they do not. */
  get back(): number | null {
    return before(this.#tree);
  }
  get forth(): number | null {
    return behind(this.#tree);
  }

  go(place: number): void {
    this.#tree = goneTo(this.#tree, place);
  }

  /** The moment becomes the present one; what was undone stays as a branch. */
  push(moment: Moment): void {
    this.#tree = withMoment(this.#tree, { ...moment, when: Date.now() });
  }

  restore(moments: readonly Moment[], cursor: number): void {
    this.#tree = treeOf(moments, cursor);
  }
}
