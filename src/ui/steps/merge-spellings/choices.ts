import type { Group, Line, Merge } from './groups';

/** What a person said of spellings; each change makes a new one. */
export class SpellingChoices {
  /** Spellings to be written as the one that survives. */
  readonly #accepted: ReadonlySet<string>;
  /** What survives, by the group's id, where it is not the head. */
  readonly #names: ReadonlyMap<string, string>;

  private constructor(accepted: ReadonlySet<string>, names: ReadonlyMap<string, string>) {
    this.#accepted = accepted;
    this.#names = names;
  }

  /** The merges of a step, accepted. */
  static of(merges: readonly Merge[]): SpellingChoices {
    return new SpellingChoices(
      new Set(merges.flatMap(({ from }) => from)),
      new Map(merges.map(({ to }, at) => [`merge ${at}`, to])),
    );
  }

  /** What the spellings of a group are written as. */
  nameOf({ id, head }: Group): string {
    return this.#names.get(id) || head;
  }

  /** The same as typed; empty where that was taken away. */
  typedFor({ id, head }: Group): string {
    return this.#names.get(id) ?? head;
  }

  has(text: string): boolean {
    return this.#accepted.has(text);
  }

  /** How much of a group is accepted. */
  stateOf(group: Group): 'all' | 'some' | 'none' {
    const others = this.#othersIn(group);
    const count = others.filter((text) => this.#accepted.has(text)).length;
    return count === 0 ? 'none' : count === others.length ? 'all' : 'some';
  }

  /** With one spelling accepted, or not. */
  withOne(text: string, accepted: boolean): SpellingChoices {
    return this.#with([text], accepted);
  }

  /** With groups accepted whole, or not at all. */
  withAll(groups: readonly Group[], accepted: boolean): SpellingChoices {
    return this.#with(
      groups.flatMap((group) => (accepted ? this.#othersIn(group) : group.lines.map(({ text }) => text))),
      accepted,
    );
  }

  /** With all spellings of so much evidence accepted, of 100, and what they are spellings of if that does not survive. */
  withAbove(groups: readonly Group[], from: number): SpellingChoices {
    return this.#with(
      groups.flatMap((group) => {
        const texts = group.lines.filter((line) => reaches(line, from)).map(({ text }) => text);
        return texts.length > 0 && this.nameOf(group) !== group.head ? [group.head, ...texts] : texts;
      }),
      true,
    );
  }

  /** With another spelling that survives; empty: the head. The head of a group in use is then rewritten too. */
  named(group: Group, name: string): SpellingChoices {
    const inUse = this.stateOf(group) !== 'none';
    const names = new Map(this.#names).set(group.id, name);
    const accepted = inUse ? new Set([...this.#accepted, group.head]) : this.#accepted;
    return new SpellingChoices(accepted, names);
  }

  /** What the step would be told. */
  merges(groups: readonly Group[]): Merge[] {
    return groups
      .map((group) => ({
        from: this.#othersIn(group).filter((text) => this.#accepted.has(text)),
        to: this.nameOf(group),
      }))
      .filter(({ from }) => from.length > 0);
  }

  #othersIn(group: Group): string[] {
    const name = this.nameOf(group);
    return group.lines.map(({ text }) => text).filter((text) => text !== name);
  }

  #with(texts: readonly string[], on: boolean): SpellingChoices {
    const accepted = new Set(this.#accepted);
    for (const text of texts) if (on) accepted.add(text); else accepted.delete(text); // prettier-ignore
    return new SpellingChoices(accepted, this.#names);
  }
}

/** Whether two lists of merges write the same, in whatever order. */
export const sameMerges = (one: readonly Merge[], other: readonly Merge[]): boolean =>
  inOrder(one) === inOrder(other);

const inOrder = (merges: readonly Merge[]): string =>
  JSON.stringify(
    merges.map(({ from, to }) => [to, ...[...from].sort()]).sort(([a], [b]) => (a! < b! ? -1 : 1)),
  );

/** How many cells would be rewritten, and in how many groups. */
export interface Written {
  cells: number;
  groups: number;
}

export function writtenBy(merges: readonly Merge[], groups: readonly Group[]): Written {
  const rows = new Map(groups.flatMap(({ lines }) => lines.map(({ text, rows: n }) => [text, n ?? 0])));
  const cells = merges.flatMap(({ from }) => from).reduce((sum, text) => sum + (rows.get(text) ?? 0), 0);
  return { cells, groups: merges.length };
}

const reaches = ({ evidence }: Line, from: number): boolean =>
  evidence !== null && evidence * 100 >= from - 1e-9;

/** Evidence to accept spellings from, of 100, with how many have as much; once for each number of them. */
export function thresholdsIn(groups: readonly Group[]): { from: number; spellings: number }[] {
  const lines = groups.flatMap((group) => group.lines);
  const steps = [100, 98, 95, 90, 85, 80, 70, 0].map((from) => ({
    from,
    spellings: lines.filter((line) => reaches(line, from)).length,
  }));
  return steps.filter(({ spellings }, at) => spellings > (steps[at - 1]?.spellings ?? 0));
}
