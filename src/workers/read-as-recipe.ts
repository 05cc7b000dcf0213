import {
  columnChoices,
  EngineError,
  openTable,
  optionsAsBefore,
  type AsBefore,
  type ReadReport,
  type ReadResult,
  type ReadUnlike,
  type RecipeSource,
  type Work,
} from '../engine/index';
import { blobSource } from './blob-source';
import type { HeldFile } from './held-files';
import { withReaders } from './reader-pool';

/** A file read as a recipe's source was, and in what it could not be. */
export interface ReadAs {
  read: ReadResult;
  unlike: readonly ReadUnlike[];
}

/** Reads files as a recipe's sources were read. What was read is kept, for the same is asked again when the recipe runs. */
export class ReadAsRecipe {
  readonly #known = new Map<string, { was: ReadResult; as: ReadAs }>();

  /**
   * The file as it is open, where it was read so already or is not at hand; else read anew.
   * @param before the recipe's source, its columns called as in the file
   * @throws EngineError; Stopped
   */
  async of(held: HeldFile, before: RecipeSource, work: Work): Promise<ReadAs> {
    const { file, read } = held;
    if (!file) return { read, unlike: [] };
    const key = JSON.stringify([read.report.name, before.read, before.columns]);
    const known = this.#known.get(key);
    if (known?.was === read) return known.as;
    const wanted = await optionsAsBefore(blobSource(file, read.report.name), before, work);
    const as = isReadSo(read.report, wanted, before)
      ? { read, unlike: wanted.unlike }
      : await this.#again(file, read.report.name, wanted, before, work);
    this.#known.set(key, { was: read, as });
    return as;
  }

  async #again(
    file: File,
    name: string,
    { options, unlike }: AsBefore,
    before: RecipeSource,
    work: Work,
  ): Promise<ReadAs> {
    const columns = columnChoices(before);
    const readIn = (as: AsBefore['options']) =>
      withReaders(file, async (hands) => {
        return (await openTable(blobSource(file, name), { options: as, columns }, work, { hands })).read;
      });
    try {
      return { read: await readIn(options), unlike };
    } catch (error) {
      if (!(error instanceof EngineError) || error.details['reason'] !== 'no-such-sheet') throw error;
      const { sheet: was = '', ...others } = options;
      const read = await readIn(others);
      return { read, unlike: [{ option: 'sheet', was, is: read.report.options.sheet ?? '' }] };
    }
  }

  forget(): void {
    this.#known.clear();
  }
}

/** Whether reading the file in that way would find what was found already. */
function isReadSo({ options, columns }: ReadReport, wanted: AsBefore, before: RecipeSource): boolean {
  const kept = new Map(before.columns.map((column) => [column.name, column]));
  const same = (name: string, value: unknown) =>
    plain(value) === plain(options[name as keyof typeof options]);
  return (
    Object.entries(wanted.options).every(([name, value]) => value === undefined || same(name, value)) &&
    columns.every(({ name, kind, format }) => {
      const was = kept.get(name);
      return !was || (was.kind === kind && (was.format === undefined || was.format === format));
    })
  );
}

const plain = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
