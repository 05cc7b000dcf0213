/** Whether there is something to send: the picture is being drawn, takes long, could not be drawn, or is there. */
export type PictureState = 'drawing' | 'late' | 'not-drawn' | 'there';

/** After so long a person should be told more than that it is being drawn. */
export const LATE = 15_000;

/** Follows the picture from the first word of it until it is there; `told` hears each change. */
export class PictureWait {
  readonly #told: (state: PictureState) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: PictureState = 'drawing';

  constructor(told: (state: PictureState) => void) {
    this.#told = told;
  }

  /** Whether the button may be pressed. */
  get there(): boolean {
    return this.#state === 'there';
  }

  drawing(): void {
    this.#turn('drawing');
    this.#timer = setTimeout(() => this.#turn('late'), LATE);
  }

  came(): void {
    this.#turn('there');
  }

  notDrawn(): void {
    this.#turn('not-drawn');
  }

  #turn(state: PictureState): void {
    clearTimeout(this.#timer);
    this.#state = state;
    this.#told(state);
  }
}
