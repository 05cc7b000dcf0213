import type { ByteCursor } from './byte-cursor';

/** A value of Thrift's compact protocol; whole numbers beyond 2^53 are rounded. */
export type ThriftValue = boolean | number | Uint8Array | readonly ThriftValue[] | ThriftStruct;

/** Fields by their number. */
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;

const STOP = 0;
const TRUE = 1;
const FALSE = 2;
const DEEPEST = 32;
const MOST_VALUES = 4_000_000;

/** Reads one struct in Thrift's compact protocol, of the types that Parquet uses. */
export function readStruct(cursor: ByteCursor): ThriftStruct {
  return new Reader(cursor).struct(0);
}

class Reader {
  #values = 0;
  constructor(readonly cursor: ByteCursor) {}

  struct(depth: number): ThriftStruct {
    if (depth > DEEPEST) throw new RangeError('too deep');
    const fields = new Map<number, ThriftValue>();
    let field = 0;
    for (;;) {
      const byte = this.cursor.byte();
      const type = byte & 0x0f;
      if (type === STOP) return fields;
      field = byte >> 4 === 0 ? this.cursor.zigzag() : field + (byte >> 4);
      fields.set(field, this.#value(type, depth));
    }
  }

  #value(type: number, depth: number): ThriftValue {
    if (++this.#values > MOST_VALUES) throw new RangeError('too many values');
    const { cursor } = this;
    switch (type) {
      case TRUE:
        return true;
      case FALSE:
        return false;
      case 3:
        return (cursor.byte() << 24) >> 24;
      case 4:
      case 5:
      case 6:
        return cursor.zigzag();
      case 7: {
        const bytes = cursor.take(8);
        return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
      }
      case 8:
        return cursor.take(cursor.varint());
      case 9:
      case 10:
        return this.#list(depth);
      case 12:
        return this.struct(depth + 1);
      default:
        throw new RangeError(`no such type: ${type}`);
    }
  }

  #list(depth: number): readonly ThriftValue[] {
    const head = this.cursor.byte();
    const type = head & 0x0f;
    const size = head >> 4 === 15 ? this.cursor.varint() : head >> 4;
    if (size > this.cursor.end - this.cursor.at) throw new RangeError('past the end');
    const values: ThriftValue[] = [];
    // In a list a truth value is a byte of its own.
    const truth = type === TRUE || type === FALSE;
    for (let at = 0; at < size; at++)
      values.push(truth ? this.cursor.byte() === 1 : this.#value(type, depth + 1));
    return values;
  }
}

const decoder = new TextDecoder();

/** A number field; `otherwise` where it is absent. */
export function numberIn(struct: ThriftStruct, field: number, otherwise = NaN): number {
  const value = struct.get(field);
  return typeof value === 'number' ? value : otherwise;
}

/** A text field; '' where it is absent. */
export function textIn(struct: ThriftStruct, field: number): string {
  const value = struct.get(field);
  return value instanceof Uint8Array ? decoder.decode(value.slice()) : '';
}

/** A struct field; null where it is absent. */
export function structIn(struct: ThriftStruct, field: number): ThriftStruct | null {
  const value = struct.get(field);
  return value instanceof Map ? (value as ThriftStruct) : null;
}

/** A list of structs; empty where it is absent. */
export function structsIn(struct: ThriftStruct, field: number): readonly ThriftStruct[] {
  const value = struct.get(field);
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is ThriftStruct => one instanceof Map);
}

/** A list of texts; empty where it is absent. */
export function textsIn(struct: ThriftStruct, field: number): readonly string[] {
  const value = struct.get(field);
  if (!Array.isArray(value)) return [];
  return value.map((one) => (one instanceof Uint8Array ? decoder.decode(one.slice()) : ''));
}
