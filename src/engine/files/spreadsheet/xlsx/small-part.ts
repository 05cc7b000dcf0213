import type { Work } from '../../../work';
import type { ByteSource } from '../../source';
import { SMALL_LIMIT } from '../too-packed';
import type { ZipEntry } from '../zip-entries';
import { scanPart } from './part-window';
import { nameCode, nextTag, XmlAttribute, XmlTag } from './xml-tag';
import { xmlText } from './xml-text';

/** A tag of a small part. */
export interface PartTag {
  /** `nameCode` of its local name. */
  name: number;
  closing: boolean;
  empty: boolean;
  /** The value of an attribute by its local name; null where there is none. */
  attribute(name: string): string | null;
}

/**
 * Calls back for each tag of a part of a workbook in its order.
 * @throws EngineError, NotUnderstood, Stopped as `scanPart`
 */
export async function eachTag(
  source: ByteSource,
  entry: ZipEntry,
  use: (tag: PartTag) => void,
  work: Work,
): Promise<void> {
  const tag = new XmlTag();
  const found = new XmlAttribute();
  let bytes: Uint8Array = new Uint8Array(0);
  const attribute = (name: string): string | null => {
    const code = nameCode(name);
    for (let at = tag.from; found.read(bytes, at, tag.end); at = found.next)
      if (found.name === code) return xmlText(new TextDecoder().decode(bytes.slice(found.start, found.end)));
    return null;
  };
  const scan = (piece: Uint8Array, from: number, limit: number): number => {
    bytes = piece;
    let at = nextTag(bytes, from, limit);
    for (; at < limit; at = nextTag(bytes, tag.end, limit)) {
      if (!tag.read(bytes, at, limit)) break;
      const { name, closing, empty } = tag;
      if (name !== 0) use({ name, closing, empty, attribute });
    }
    return at;
  };
  const progress = { phase: 'unpacking', done: 0, total: source.size, unit: 'bytes' } as const;
  await scanPart(source, entry, SMALL_LIMIT, scan, work, () => progress);
}
