import { ByteWriter } from '../../files/byte-writer';
import type { Work } from '../../work';
import { utf8Length } from './cut';
import type { Limits } from './destination';
import { fileLines, limitsOf } from './file-lines';
import type { PreparedRows } from './prepare-rows';

const BLOCK_ROWS = 2048;

/** A file of those a choice makes. */
export interface ProfileFile {
  /** Id of the segment it holds; null where it holds all. */
  segment: number | null;
  /** Which it is of the files, from 1, that what it holds is in; null where it is the only one. */
  part: number | null;
  rows: number;
  bytes: number;
}

/** Some bytes of the file of that place, the files one after the other. */
export interface FilePiece {
  file: number;
  bytes: Uint8Array;
}

/** The files a choice makes, before any is written. A choice that leaves nobody makes none. */
export async function planFiles(prepared: PreparedRows, work: Work): Promise<ProfileFile[]> {
  const files: Omit<ProfileFile, 'part'>[] = [];
  for await (const { file, segment, rows, bytes } of pieces(prepared, true, work)) {
    const known = (files[file] ??= { segment, rows: 0, bytes: 0 });
    known.rows += rows;
    known.bytes += bytes.length;
  }
  return files.map((file, at) => {
    const together = files.filter(({ segment }) => segment === file.segment).length;
    const before = files.slice(0, at).filter(({ segment }) => segment === file.segment).length;
    return { ...file, part: together > 1 ? before + 1 : null };
  });
}

/**
 * The files as comma-separated UTF-8 without a byte order mark, each with its header, each within the limits of the
 * destination in rows and in bytes.
 */
export async function* filePieces(prepared: PreparedRows, work: Work): AsyncGenerator<FilePiece> {
  for await (const { file, bytes } of pieces(prepared, false, work)) yield { file, bytes };
}

interface Piece extends FilePiece {
  segment: number | null;
  rows: number;
}

async function* pieces(prepared: PreparedRows, measure: boolean, work: Work): AsyncGenerator<Piece> {
  const lines = fileLines(prepared, measure);
  const cutter = new FileCutter(lines.header, limitsOf(prepared));
  const { rows } = prepared;
  for (const segment of groupsOf(prepared)) {
    cutter.begin();
    for (let row = 0; row < rows;) {
      for (const last = Math.min(rows, row + BLOCK_ROWS); row < last; row++) {
        if (!prepared.isWritten(row) || (segment !== null && prepared.segmentId(row) !== segment)) continue;
        const line = lines.line(row);
        if (cutter.isFull(line) && cutter.rows > 0) yield { segment, ...cutter.take() };
        cutter.add(line);
      }
      if (cutter.full) yield { segment, ...cutter.take() };
      const rest = work.breathe({
        phase: measure ? 'checking' : 'writing',
        done: row,
        total: rows,
        unit: 'rows',
      });
      if (rest) await rest;
    }
    if (cutter.rows > 0) yield { segment, ...cutter.take() };
  }
}

/** One file with everybody, or one for each segment that was chosen. */
function groupsOf({ choice, rows, segmentId, isChosen }: PreparedRows): (number | null)[] {
  if (!choice.perSegment) return [null];
  const ids = new Set<number>();
  for (let row = 0; row < rows; row++) if (isChosen(row)) ids.add(segmentId(row));
  return [...ids].sort((a, b) => a - b);
}

/** Collects lines and begins another file where one more would be too many. */
class FileCutter {
  readonly #out = new ByteWriter(',');
  readonly #header: string;
  readonly #limits: Limits;
  #file = -1;
  #fileRows = 0;
  #fileBytes = Infinity;
  /** Lines that wait to be taken. */
  rows = 0;

  constructor(header: string, limits: Limits) {
    this.#header = `${header}\n`;
    this.#limits = limits;
  }

  get full(): boolean {
    return this.#out.full;
  }

  /** The next line is the first of a file. */
  begin(): void {
    this.#fileBytes = Infinity;
  }

  isFull(line: string): boolean {
    const { rows = Infinity, bytes = Infinity } = this.#limits;
    return this.#fileRows >= rows || this.#fileBytes + utf8Length(line) + 1 > bytes;
  }

  add(line: string): void {
    if (this.#fileBytes === Infinity || this.isFull(line)) {
      this.#file++;
      this.#fileRows = 0;
      this.#fileBytes = utf8Length(this.#header);
      this.#out.text(this.#header);
    }
    this.#out.text(line);
    this.#out.lineEnd();
    this.#fileRows++;
    this.#fileBytes += utf8Length(line) + 1;
    this.rows++;
  }

  take(): FilePiece & { rows: number } {
    const taken = { file: this.#file, rows: this.rows, bytes: this.#out.take() };
    this.rows = 0;
    return taken;
  }
}
