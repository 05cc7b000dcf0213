import type { ColumnTable } from 'arquero';
import { JaroWinkler } from '../../stats/jaro-winkler';
import { MISSING, type TextColumn } from '../../table/columns';
import type { Work } from '../../work';
import { rowsByGroup } from '../fill-missing/rows-by-group';
import { namesOf, plainColumn, type Names } from './plain-columns';
import { ALIKE, type Params } from './params';
import { plainEmail, plainPhone, plainPlace } from './plain-contact';

/** Rows of one block are all compared with each other up to so many. */
const WHOLE_BLOCK = 100;
/** In larger blocks each is compared with so many that follow it in the alphabet. */
const WINDOW = 20;
/** An address or number that more rows share belongs to no one customer. */
const MOST_SHARING = 20;
const MOST_PAIRS = 100_000;
/** Names less alike than this speak against two rows being one customer. */
const OTHER_PERSON = 0.8;
/** With one number, names less alike than this do: couples and families share it, and their last name. */
const OTHER_AT_HOME = 0.92;
/** Names alone are never as sure as a number. */
const BY_NAME = 0.94;

/** Two rows that may be one customer, and why. `a` comes before `b` in the table. */
export interface Pair {
  a: number;
  b: number;
  score: number;
  email: boolean;
  phone: boolean;
  /** How alike the names are; null where one has none. */
  name: number | null;
}

export interface Proposed {
  /** By falling score, then as the rows stand. */
  pairs: Pair[];
  /** Rows in blocks too large to compare all with all: they were compared with their neighbours in the alphabet. */
  notAllCompared: number;
  /** Rows whose address or number is shared by too many to say anything. */
  sharedByMany: number;
  /** Whether there were more pairs than are kept. */
  cut: boolean;
}

/**
 * Pairs of rows that may be one customer: same e-mail address, same telephone number, or names alike among rows of a
 * block. Score: 1 for the address, 0.95 for the number, 0.85 and 0.75 where the names are of two persons; else 0.94 × how
 * alike the names are (Jaro–Winkler). Rows for which `asked` is false are left out. **Blanks** are equal to nothing.
 * @throws Stopped
 */
export async function proposePairs(
  table: ColumnTable,
  params: Params,
  asked: (row: number) => boolean,
  work: Work,
): Promise<Proposed> {
  const names = params.name ? await namesOf(table, params.name, work) : null;
  const finding = new Finding(names, params.above ?? ALIKE, table.numRows(), asked);
  if (params.email !== undefined) {
    await finding.equal(await plainColumn(table, params.email, plainEmail, work), 'email', work);
  }
  if (params.phone !== undefined) {
    await finding.equal(await plainColumn(table, params.phone, plainPhone, work), 'phone', work);
  }
  if (names) {
    const blocks = params.within
      ? params.within.map((column) => () => plainColumn(table, column, plainPlace, work))
      : names.beginnings.map((column) => () => Promise.resolve(column));
    for (const block of blocks) await finding.alike(await block(), work);
  }
  return finding.proposed();
}

class Finding {
  readonly #names: Names | null;
  readonly #likenesses: JaroWinkler | null;
  readonly #above: number;
  readonly #rows: number;
  readonly #asked: (row: number) => boolean;
  readonly #pairs = new Map<number, Pair>();
  readonly #windowed = new Set<number>();
  readonly #shared = new Set<number>();
  #cut = false;

  constructor(names: Names | null, above: number, rows: number, asked: (row: number) => boolean) {
    this.#names = names;
    this.#likenesses = names && new JaroWinkler(names.texts);
    this.#above = above;
    this.#rows = rows;
    this.#asked = asked;
  }

  /** Pairs of rows with the same text. */
  async equal({ codes, dictionary }: TextColumn, why: 'email' | 'phone', work: Work): Promise<void> {
    const groups = rowsByGroup({ codes, size: dictionary.size });
    await eachBlock(dictionary.size, work, (group) => {
      const rows = groups.of(group).filter(this.#asked);
      if (rows.length > MOST_SHARING) rows.forEach((row) => this.#shared.add(row));
      else eachPair(rows, rows.length, (a, b) => this.#add(a, b, why));
    });
  }

  /** Pairs of rows with the same text whose names are alike. */
  async alike({ codes, dictionary }: TextColumn, work: Work): Promise<void> {
    const groups = rowsByGroup({ codes, size: dictionary.size });
    const { codes: named, ranks } = this.#names!;
    const likenesses = this.#likenesses!;
    await eachBlock(dictionary.size, work, (group) => {
      const rows = groups.of(group).filter((row) => named[row] !== MISSING && this.#asked(row));
      if (rows.length < 2) return;
      const whole = rows.length <= WHOLE_BLOCK;
      if (!whole) {
        rows.sort((a, b) => ranks[named[a]!]! - ranks[named[b]!]! || a - b);
        rows.forEach((row) => this.#windowed.add(row));
      }
      eachPair(rows, whole ? rows.length : WINDOW, (a, b) => {
        if (likenesses.of(named[a]!, named[b]!, this.#above) > 0) this.#add(a, b, null);
      });
    });
  }

  proposed(): Proposed {
    const pairs = [...this.#pairs.values()].map((pair) => ({ ...pair, score: scoreOf(pair) }));
    pairs.sort((one, other) => other.score - one.score || one.a - other.a || one.b - other.b);
    return { pairs, notAllCompared: this.#windowed.size, sharedByMany: this.#shared.size, cut: this.#cut };
  }

  #likeness(a: number, b: number): number | null {
    if (!this.#names) return null;
    const [one, other] = [this.#names.codes[a]!, this.#names.codes[b]!];
    return one === MISSING || other === MISSING ? null : this.#likenesses!.of(one, other);
  }

  #add(one: number, other: number, why: 'email' | 'phone' | null): void {
    const [a, b] = one < other ? [one, other] : [other, one];
    const at = a * this.#rows + b;
    let pair = this.#pairs.get(at);
    if (!pair) {
      if (this.#pairs.size >= MOST_PAIRS) {
        this.#cut = true;
        return;
      }
      pair = { a, b, score: 0, email: false, phone: false, name: this.#likeness(a, b) };
      this.#pairs.set(at, pair);
    }
    if (why) pair[why] = true;
  }
}

function scoreOf({ email, phone, name }: Pair): number {
  if (email) return name !== null && name < OTHER_PERSON && !phone ? 0.85 : 1;
  if (phone) return name !== null && name < OTHER_AT_HOME ? 0.75 : 0.95;
  return BY_NAME * (name ?? 0);
}

/** Each pair of entries at most `apart` from each other. */
function eachPair(rows: Uint32Array, apart: number, found: (a: number, b: number) => void): void {
  for (let i = 0; i < rows.length; i++) {
    const to = Math.min(rows.length, i + apart + 1);
    for (let j = i + 1; j < to; j++) found(rows[i]!, rows[j]!);
  }
}

async function eachBlock(blocks: number, work: Work, look: (block: number) => void): Promise<void> {
  for (let block = 0; block < blocks; block++) {
    if (block % 64 === 0) {
      const rest = work.breathe({ phase: 'comparing-customers', done: block, total: blocks, unit: 'rounds' });
      if (rest) await rest;
    }
    look(block);
  }
}
