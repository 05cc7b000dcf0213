import { EngineError } from '../errors';
import { crc32 } from '../files/spreadsheet/crc32';
import { packed } from './pack';
import { dosMoment, FAR, localHead, sizesBehind, zipEnd, type ZipPlace } from './zip-heads';

/** A file in an archive. */
export interface ArchivedFile {
  name: string;
  parts: AsyncIterable<Uint8Array>;
}

/** How an archive is written. */
export interface ArchiveLook {
  /** The moment its files bear, in ms of the wall clock; the format's first day, 1980-01-01, where none is said. */
  moment?: number | undefined;
  /** A file that gets larger is refused; none where nothing is said. */
  most?: number;
  /** From here on numbers stand in the format's 64-bit fields; for tests. */
  far?: number;
  /** From so many files on the same; for tests. */
  many?: number;
}

const MANY = 0xffff;
const encoder = new TextEncoder();

/**
 * Files as a zip archive, each packed while it is written, one after the other; as zip64 where a file, the archive or
 * their number is beyond what the plain format can say (4 GB, 65,534 files). The same files with the same moment make
 * the same archive.
 * @throws EngineError `archive-too-large` beyond `most`; what the files throw
 */
export async function* zipArchive(
  files: AsyncIterable<ArchivedFile> | Iterable<ArchivedFile>,
  { moment, most = Infinity, far = FAR, many = MANY }: ArchiveLook = {},
): AsyncGenerator<Uint8Array> {
  const places: ZipPlace[] = [];
  const when = dosMoment(moment);
  let at = 0;
  const counted = (bytes: Uint8Array) => {
    at += bytes.length;
    return bytes;
  };
  for await (const { name, parts } of files) {
    const place: ZipPlace = { name: encoder.encode(name), when, crc: 0, packed: 0, size: 0, at };
    yield counted(localHead(place));
    const start = at;
    for await (const piece of packed(summed(parts, place))) {
      yield counted(piece);
      if (place.size > most) throw new EngineError('archive-too-large', { limit: most });
    }
    place.packed = at - start;
    yield counted(sizesBehind(place, far));
    places.push(place);
  }
  yield zipEnd(places, at, { far, many });
}

async function* summed(parts: AsyncIterable<Uint8Array>, place: ZipPlace): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    place.crc = crc32(part, place.crc);
    place.size += part.length;
    yield part;
  }
}
