import type { Instruction } from './pattern-program';
import type { Place } from './parse-pattern';

/** Where the whole match and each group begin and end, −1 where a group took no part. */
export type Slots = Int32Array;

const WORD = /\w/;

/**
 * Runs a pattern's program over a text, all ways through it side by side, the preferred first. Each instruction is
 * looked at once per character at most, so that the work is bounded by text × program whatever the pattern is.
 */
export class PatternMachine {
  readonly #seen: Uint32Array;
  #round = 0;
  /** Instructions looked at so far. */
  looked = 0;

  constructor(
    private readonly program: readonly Instruction[],
    private readonly slots: number,
  ) {
    this.#seen = new Uint32Array(program.length);
  }

  /** The first match at or after `from`, as `RegExp` finds it; null where there is none. */
  exec(text: string, from: number): Slots | null {
    let now: Thread[] = [];
    let found: Slots | null = null;
    for (let at = from; ;) {
      this.#round++;
      const ready: Thread[] = [];
      for (const thread of now) this.#follow(text, at, thread.next, thread.slots, ready);
      if (!found) this.#follow(text, at, 0, new Int32Array(this.slots).fill(-1).fill(at, 0, 1), ready);
      if (ready.length === 0) {
        if (found || at >= text.length) return found;
      }
      const character = at < text.length ? text.codePointAt(at)! : -1;
      now = [];
      for (const { next, slots } of ready) {
        const step = this.program[next]!;
        if (step.do === 'match') {
          found = slots.slice();
          found[1] = at;
          break;
        }
        if (step.do === 'char' && character >= 0 && step.test(character)) now.push({ next: next + 1, slots });
      }
      if (at >= text.length) return found;
      at += character > 0xffff ? 2 : 1;
    }
  }

  /** Goes on to the characters that are waited for next; a place reached before in a preferred way is passed over. */
  #follow(text: string, at: number, next: number, slots: Slots, ready: Thread[]): void {
    for (;;) {
      if (this.#seen[next] === this.#round) return;
      this.#seen[next] = this.#round;
      this.looked++;
      const step = this.program[next]!;
      if (step.do === 'char' || step.do === 'match') {
        ready.push({ next, slots });
        return;
      }
      if (step.do === 'place' && !isAt(text, at, step.what)) return;
      if (step.do === 'save') slots = slots.slice().fill(at, step.slot, step.slot + 1);
      if (step.do === 'forget') slots = slots.slice().fill(-1, step.from, step.until);
      if (step.do === 'split') this.#follow(text, at, step.first, slots, ready);
      next = step.do === 'split' ? step.second : step.do === 'jump' ? step.to : next + 1;
    }
  }
}

interface Thread {
  next: number;
  slots: Slots;
}

function isAt(text: string, at: number, what: Place): boolean {
  if (what === 'start') return at === 0;
  if (what === 'end') return at === text.length;
  const edge = WORD.test(text.charAt(at - 1)) !== WORD.test(text.charAt(at));
  return (what === 'edge') === edge;
}
