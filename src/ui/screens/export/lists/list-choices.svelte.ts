import type { Segmentation } from '../../../../engine/index';
import { usualLook, type FileLook, type LookRead } from './file-look';

/** What was chosen on the shelf, kept while other shelves and places are looked at. */
class ListChoices {
  look = $state.raw<FileLook>(usualLook(null));
  /** Of customer lists; null for the usual ones. */
  columns = $state.raw<readonly string[] | null>(null);
  /** Ids; null for all. */
  segments = $state.raw<readonly number[] | null>(null);
  /** Of the labelled file; null for all. */
  rowColumns = $state.raw<readonly string[] | null>(null);
  /** Whether formulas in the labelled file are made harmless: its cells stay as they were read unless asked for. */
  rowGuard = $state(false);
  #file = '';
  #segmentation: Segmentation | null = null;

  /** Another file has its own look and rows; other segments have other names, and perhaps other columns. */
  follow(file: LookRead & { name: string; bytes: number }, segmentation: Segmentation): void {
    const { name, bytes, options } = file;
    const known = JSON.stringify([name, bytes, options]);
    if (known !== this.#file) {
      this.#file = known;
      this.look = usualLook(file);
      this.rowColumns = null;
      this.rowGuard = false;
    }
    if (segmentation !== this.#segmentation) {
      this.#segmentation = segmentation;
      this.columns = null;
      this.segments = null;
    }
  }
}

export const listChoices = new ListChoices();
