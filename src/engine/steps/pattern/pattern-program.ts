import type { CharTest } from './char-test';
import { PatternRefused, type ParsedPattern, type PatternNode, type Place } from './parse-pattern';

/** One step of a pattern's program; numbers are places in it. */
export type Instruction =
  | { do: 'char'; test: CharTest }
  /** Goes on in two places; the first is preferred. */
  | { do: 'split'; first: number; second: number }
  | { do: 'jump'; to: number }
  | { do: 'save'; slot: number }
  /** Forgets what the groups from slot `from` to before `until` found. */
  | { do: 'forget'; from: number; until: number }
  | { do: 'place'; what: Place }
  | { do: 'match' };

const MOST_INSTRUCTIONS = 2_000;

/** The pattern as a program for `PatternMachine` (Thompson 1968, Pike's captures). @throws PatternRefused `too-large` */
export function programOf({ root }: ParsedPattern): Instruction[] {
  const made: Instruction[] = [];
  const emit = (instruction: Instruction): number => {
    if (made.length >= MOST_INSTRUCTIONS) throw new PatternRefused('too-large');
    return made.push(instruction) - 1;
  };
  const branch = (lazy: boolean) => {
    const at = emit({ do: 'split', first: 0, second: 0 });
    return (into: number, past: number) => {
      made[at] = { do: 'split', first: lazy ? past : into, second: lazy ? into : past };
    };
  };

  function write(node: PatternNode): void {
    switch (node.kind) {
      case 'char':
        emit({ do: 'char', test: node.test });
        return;
      case 'at':
        emit({ do: 'place', what: node.what });
        return;
      case 'sequence':
        node.parts.forEach(write);
        return;
      case 'group':
        emit({ do: 'save', slot: 2 * node.index });
        write(node.of);
        emit({ do: 'save', slot: 2 * node.index + 1 });
        return;
      case 'either':
        return writeEither(node.options);
      case 'repeat':
        return writeRepeat(node);
    }
  }

  function writeEither(options: readonly PatternNode[]): void {
    const ends: number[] = [];
    options.forEach((option, i) => {
      if (i === options.length - 1) return write(option);
      const close = branch(false);
      const into = made.length;
      write(option);
      ends.push(emit({ do: 'jump', to: 0 }));
      close(into, made.length);
    });
    for (const end of ends) made[end] = { do: 'jump', to: made.length };
  }

  function writeRepeat({ of, least, most, lazy }: PatternNode & { kind: 'repeat' }): void {
    const [from, until] = slotsIn(of);
    const once = () => {
      if (from < until) emit({ do: 'forget', from, until });
      write(of);
    };
    for (let i = 0; i < least; i++) once();
    if (most === Infinity) {
      const start = made.length;
      const close = branch(lazy);
      once();
      emit({ do: 'jump', to: start });
      close(start + 1, made.length);
      return;
    }
    const closing: ((past: number) => void)[] = [];
    for (let i = least; i < most; i++) {
      const close = branch(lazy);
      const into = made.length;
      closing.push((past) => close(into, past));
      once();
    }
    for (const close of closing) close(made.length);
  }

  write(root);
  emit({ do: 'match' });
  return made;
}

/** The slots of the groups inside: from the first to before the last one's end. */
function slotsIn(node: PatternNode): [from: number, until: number] {
  switch (node.kind) {
    case 'char':
    case 'at':
      return [Infinity, 0];
    case 'repeat':
      return slotsIn(node.of);
    case 'group': {
      const [, until] = slotsIn(node.of);
      return [2 * node.index, Math.max(until, 2 * node.index + 2)];
    }
    default: {
      const all = (node.kind === 'sequence' ? node.parts : node.options).map(slotsIn);
      return [
        Math.min(...all.map(([from]) => from), Infinity),
        Math.max(...all.map(([, until]) => until), 0),
      ];
    }
  }
}
