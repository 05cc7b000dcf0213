import { moments, quantities, spanAt } from './leaf-numbers';
import { digits, hex, texts } from './leaf-texts';
import type { Page } from './pages';
import { leavesOf, type SchemaNode } from './schema';
import { countOf, isSpans, type Values } from './values';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** One leaf of a column of lists, and how far it was read. */
interface LeafCursor {
  pages: readonly Page[];
  page: number;
  /** Place in the page, and among the values of the page that are there. */
  at: number;
  value: number;
  cells: Json[] | null;
}

/**
 * Puts the rows of a column of lists, maps and structs together again from the levels of its leaves, after the
 * Dremel paper (Melnik et al. 2010), one text of JSON per row; null where the row holds nothing.
 */
export class NestedRows {
  readonly #cursors: Map<SchemaNode, LeafCursor>;

  /** The pages of each leaf below the node, in the order of the leaves. */
  constructor(
    readonly node: SchemaNode,
    pages: readonly (readonly Page[])[],
  ) {
    const cursors = leavesOf(node).map((leaf, at) => {
      return [leaf, { pages: pages[at]!, page: 0, at: 0, value: 0, cells: null }] as const;
    });
    this.#cursors = new Map(cursors);
  }

  next(): string | null {
    const value = this.#read(this.node);
    return value === null ? null : JSON.stringify(value);
  }

  #read(node: SchemaNode): Json {
    if (node.repetition !== 'repeated') return this.#one(node);
    const first = leavesOf(node)[0]!;
    if (this.#definition(first) < node.maxDefinition) {
      this.#pass(node);
      return [];
    }
    const items: Json[] = [this.#one(node)];
    while (this.#repetition(first) === node.maxRepetition) items.push(this.#one(node));
    return items;
  }

  #one(node: SchemaNode): Json {
    if (this.#definition(leavesOf(node)[0]!) < node.maxDefinition) {
      this.#pass(node);
      return null;
    }
    if (node.children.length === 0) return this.#cell(node);
    const fields = node.children.map((child): [string, Json] => [child.name, this.#read(child)]);
    return plainer(node, fields);
  }

  /** Passes over what stands for an absent node: one entry of each leaf. */
  #pass(node: SchemaNode): void {
    for (const leaf of leavesOf(node)) this.#step(this.#cursors.get(leaf)!);
  }

  #cell(leaf: SchemaNode): Json {
    const cursor = this.#cursors.get(leaf)!;
    const page = this.#page(cursor);
    if (!page) throw new RangeError('no more values');
    cursor.cells ??= cellsOf(page.values ?? page.dictionary!, leaf);
    const place = page.codes ? page.codes[cursor.value] : cursor.value;
    cursor.value++;
    const cell = cursor.cells[place!];
    this.#step(cursor);
    return cell ?? null;
  }

  #definition(leaf: SchemaNode): number {
    const cursor = this.#cursors.get(leaf)!;
    const page = this.#page(cursor);
    if (!page) throw new RangeError('no more values');
    return page.definitions?.[cursor.at] ?? leaf.maxDefinition;
  }

  /** -1 behind the last entry. */
  #repetition(leaf: SchemaNode): number {
    const cursor = this.#cursors.get(leaf)!;
    return this.#page(cursor)?.repetitions?.[cursor.at] ?? -1;
  }

  #page(cursor: LeafCursor): Page | undefined {
    while (cursor.page < cursor.pages.length && cursor.at >= cursor.pages[cursor.page]!.count) {
      cursor.page++;
      cursor.at = 0;
      cursor.value = 0;
      cursor.cells = null;
    }
    return cursor.pages[cursor.page];
  }

  #step(cursor: LeafCursor): void {
    cursor.at++;
  }
}

/** Lists and maps without the groups that the format puts around their items. */
function plainer(node: SchemaNode, fields: readonly [string, Json][]): Json {
  const [first] = fields;
  const child = node.children[0]!;
  const inner = first?.[1];
  if (node.meaning.as === 'list' && fields.length === 1 && Array.isArray(inner)) {
    const wrapped =
      child.children.length === 1 && child.name !== 'array' && child.name !== `${node.name}_tuple`;
    return wrapped ? inner.map((item) => Object.values(item ?? {})[0] ?? null) : inner;
  }
  if (node.meaning.as === 'map' && fields.length === 1 && Array.isArray(inner) && child.children.length === 2)
    return Object.fromEntries(inner.map((item) => pairOf(Object.values(item ?? {}))));
  return Object.fromEntries(fields);
}

const pairOf = ([key, value]: Json[]): [string, Json] => [
  typeof key === 'string' ? key : JSON.stringify(key ?? null),
  value ?? null,
];

function cellsOf(values: Values, leaf: SchemaNode): Json[] {
  const dates = moments(leaf);
  if (dates) return Array.from(dates(values), (ms) => (Number.isNaN(ms) ? null : momentText(ms)));
  const numbers = quantities(leaf);
  if (numbers) return Array.from(numbers(values), (value) => (Number.isNaN(value) ? null : value));
  const spelt = texts(leaf);
  if (spelt) {
    const spans = spelt(values);
    const decoder = new TextDecoder();
    return Array.from(spans.starts, (_, at) => decoder.decode(spanAt(spans, at).slice()));
  }
  if (values instanceof BigInt64Array) {
    const unsigned = leaf.meaning.as === 'integer' && !leaf.meaning.signed;
    return digits(values, unsigned).map((text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text));
  }
  if (values instanceof Uint8Array) return Array.from(values, (value) => value === 1);
  if (!isSpans(values)) throw new RangeError('no such values');
  return Array.from({ length: countOf(values) }, (_, at) => hex(spanAt(values, at)));
}

const momentText = (ms: number): string => new Date(ms).toISOString().replace('T00:00:00.000Z', '');
