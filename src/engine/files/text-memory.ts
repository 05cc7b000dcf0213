import { closeRoom, openRoom, type Room } from '../kernels/room';
import { PartTexts } from './part-texts';
import type { PartPlan } from './parts';

/**
 * The texts that one reader met in the parts of a pass, so that each is told once. Parts are read one at a time, in the
 * order of their places in line; the room in which they are read is the one in which the texts lie.
 */
export class TextMemory {
  /** Of the plan's builders those of text; null for others. */
  readonly columns: readonly (PartTexts | null)[];
  readonly #room: Room = openRoom();
  #last: Promise<void> = Promise.resolve();

  /**
   * @param name of the reader, another one for each; null where nothing is to be remembered
   * @param most texts of a column, beyond which it is begun anew
   */
  constructor({ builders }: PartPlan, name: string | null, most?: number) {
    this.columns = builders.map(({ spec }) =>
      spec.builder === 'text' ? new PartTexts(this.#room, name, most) : null,
    );
  }

  /** A place in the line of parts; it must be left, whatever happens. */
  queue(): Turn {
    const before = this.#last;
    let over = (): void => undefined;
    const done = new Promise<void>((resolve) => (over = resolve));
    this.#last = before.then(() => done);
    let mark: number | null = null;
    return {
      enter: async () => {
        await before;
        for (const column of this.columns) column?.begin();
        mark = this.#room.mark;
        return this.#room;
      },
      leave: () => {
        if (mark !== null) this.#drop(mark);
        over();
      },
    };
  }

  close(): void {
    closeRoom(this.#room);
  }

  #drop(mark: number): void {
    const put = this.columns.map((column) => column?.lift(mark));
    this.#room.drop(mark);
    for (const back of put) back?.();
  }
}

interface Turn {
  /** Waits until the parts before are done; gives the room. */
  enter(): Promise<Room>;
  /** Gives back all that was taken in the room. */
  leave(): void;
}
