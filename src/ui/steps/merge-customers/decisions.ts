export type Said = 'accepted' | 'refused';
type Pair = readonly [string, string];

const textOf = ([a, b]: Pair): string => JSON.stringify(a < b ? [a, b] : [b, a]);

/** What a person said of pairs, by their keys; each change makes a new one. */
export class PairDecisions {
  readonly #said: ReadonlyMap<string, { pair: Pair; said: Said }>;

  private constructor(said: ReadonlyMap<string, { pair: Pair; said: Said }>) {
    this.#said = said;
  }

  static of(accepted: unknown, refused: unknown): PairDecisions {
    const entries = [
      ...pairsIn(accepted).map((pair) => ({ pair, said: 'accepted' as const })),
      ...pairsIn(refused).map((pair) => ({ pair, said: 'refused' as const })),
    ];
    return new PairDecisions(new Map(entries.map((entry) => [textOf(entry.pair), entry])));
  }

  get(pair: Pair): Said | null {
    return this.#said.get(textOf(pair))?.said ?? null;
  }

  /** The same again takes it back. */
  with(pair: Pair, said: Said): PairDecisions {
    const next = new Map(this.#said);
    if (this.get(pair) === said) next.delete(textOf(pair));
    else next.set(textOf(pair), { pair, said });
    return new PairDecisions(next);
  }

  of(said: Said): [string, string][] {
    return [...this.#said.values()].filter((one) => one.said === said).map(({ pair: [a, b] }) => [a, b]);
  }
}

const pairsIn = (value: unknown): Pair[] =>
  Array.isArray(value)
    ? value.filter((pair): pair is Pair => Array.isArray(pair) && pair.length === 2).map(([a, b]) => [a, b])
    : [];
