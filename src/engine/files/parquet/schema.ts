import { numberIn, structIn, textIn, type ThriftStruct } from './thrift';

/** How a leaf lies in the file: the format's physical types by their number. */
export const PHYSICAL = {
  boolean: 0,
  int32: 1,
  int64: 2,
  int96: 3,
  float: 4,
  double: 5,
  bytes: 6,
  fixed: 7,
} as const;

/** What the stored values mean; `none` where the file says nothing. */
export type Meaning =
  | { as: 'none' | 'text' | 'date' | 'uuid' | 'float16' | 'bson' | 'interval' | 'geometry' | 'list' | 'map' }
  | { as: 'variant' }
  | { as: 'integer'; bits: number; signed: boolean }
  | { as: 'decimal'; scale: number }
  /** Units per second. */
  | { as: 'time'; perSecond: number }
  | { as: 'timestamp'; perSecond: number; utc: boolean };

export interface SchemaNode {
  name: string;
  path: readonly string[];
  repetition: 'required' | 'optional' | 'repeated';
  meaning: Meaning;
  children: readonly SchemaNode[];
  /** Physical type; -1 for a group. */
  type: number;
  /** Bytes of a value of fixed length. */
  width: number;
  /** How often a definition level is counted, and a repetition level, on the way from the root to here. */
  maxDefinition: number;
  maxRepetition: number;
}

const MOST_ELEMENTS = 20_000;
const DEEPEST = 32;
const REPETITIONS = ['required', 'optional', 'repeated'] as const;

/** The tree of columns from the flat list in the file; the root stands for a row. */
export function schemaTree(elements: readonly ThriftStruct[]): SchemaNode {
  if (elements.length > MOST_ELEMENTS) throw new RangeError('too many columns');
  let next = 0;
  const node = (parent: SchemaNode | null): SchemaNode => {
    const element = elements[next++];
    if (!element || (parent?.path.length ?? 0) > DEEPEST) throw new RangeError('no such schema');
    const name = textIn(element, 4);
    const repetition = parent ? (REPETITIONS[numberIn(element, 3, 0)] ?? 'required') : 'required';
    const children: SchemaNode[] = [];
    const made: SchemaNode = {
      name,
      path: parent ? [...parent.path, name] : [],
      repetition,
      meaning: meaningOf(element),
      children,
      type: numberIn(element, 5, 0) > 0 ? -1 : numberIn(element, 1, -1),
      width: numberIn(element, 2, 0),
      maxDefinition: (parent?.maxDefinition ?? 0) + (repetition === 'required' ? 0 : 1),
      maxRepetition: (parent?.maxRepetition ?? 0) + (repetition === 'repeated' ? 1 : 0),
    };
    for (let count = numberIn(element, 5, 0); children.length < count;) children.push(node(made));
    return made;
  };
  return node(null);
}

/** The leaves below a node in the order of the file. */
export function leavesOf(node: SchemaNode): SchemaNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

const PER_SECOND = [0, 1e3, 1e6, 1e9];

/** The newer annotation where there is one, else the older. */
function meaningOf(element: ThriftStruct): Meaning {
  const logical = structIn(element, 10);
  const [kind] = logical ? [...logical.keys()] : [];
  const found = logical && kind !== undefined ? logicalMeaning(kind, structIn(logical, kind), element) : null;
  return found ?? convertedMeaning(numberIn(element, 6, -1), element);
}

function logicalMeaning(kind: number, of: ThriftStruct | null, element: ThriftStruct): Meaning | null {
  const unit = of && structIn(of, 2);
  const perSecond = PER_SECOND[unit ? ([...unit.keys()][0] ?? 1) : 1] ?? 1e3;
  switch (kind) {
    case 1:
    case 4:
    case 12:
      return { as: 'text' };
    case 2:
      return { as: 'map' };
    case 3:
      return { as: 'list' };
    case 5:
      return { as: 'decimal', scale: of ? numberIn(of, 1, 0) : numberIn(element, 7, 0) };
    case 6:
      return { as: 'date' };
    case 7:
      return { as: 'time', perSecond };
    case 8:
      return { as: 'timestamp', perSecond, utc: of?.get(1) === true };
    case 10:
      return { as: 'integer', bits: of ? numberIn(of, 1, 32) : 32, signed: of?.get(2) !== false };
    case 13:
      return { as: 'bson' };
    case 14:
      return { as: 'uuid' };
    case 15:
      return { as: 'float16' };
    case 16:
      return { as: 'variant' };
    case 17:
    case 18:
      return { as: 'geometry' };
    default:
      return null;
  }
}

function convertedMeaning(kind: number, element: ThriftStruct): Meaning {
  if (kind === 0 || kind === 4 || kind === 19) return { as: 'text' };
  if (kind === 1 || kind === 2) return { as: 'map' };
  if (kind === 3) return { as: 'list' };
  if (kind === 5) return { as: 'decimal', scale: numberIn(element, 7, 0) };
  if (kind === 6) return { as: 'date' };
  if (kind === 7 || kind === 8) return { as: 'time', perSecond: kind === 7 ? 1e3 : 1e6 };
  // The older annotation does not say; its readers take such moments as UTC.
  if (kind === 9 || kind === 10) return { as: 'timestamp', perSecond: kind === 9 ? 1e3 : 1e6, utc: true };
  if (kind >= 11 && kind <= 18) return { as: 'integer', bits: 8 << ((kind - 11) % 4), signed: kind >= 15 };
  if (kind === 20) return { as: 'bson' };
  return { as: kind === 21 ? 'interval' : 'none' };
}
