const LASTS_MS = 10_000;

interface Shown {
  sentence: string;
  /** What can be done about it, if anything. */
  label?: string;
  action?: () => void;
  /** Whether it is still true, and the button still does what it says. */
  holds: () => boolean;
}

/** The one short-lived message: "Step removed. Undo". */
export class Toast {
  #shown = $state.raw<Shown | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get shown(): Shown | null {
    return this.#shown;
  }

  show(shown: Shown): void {
    clearTimeout(this.#timer);
    this.#shown = shown;
    this.#timer = setTimeout(() => this.hide(), LASTS_MS);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#shown = null;
  }
}

export const toast = new Toast();
