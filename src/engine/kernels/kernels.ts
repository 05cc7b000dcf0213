/**
 * The hot loops of clustering and of reading files, over one memory in which all numbers are float64 unless said
 * otherwise. There are two
 * sets of them, `src/kernels` (AssemblyScript, two numbers at a time) and `plain` (TypeScript), with the same results
 * bit for bit. Points and all other areas are given by their byte offsets; n points in d dimensions lie column by
 * column, `stride` bytes from one column to the next, and seven more points after the last may be read. A squared
 * distance adds features from first to last; a point exactly between centroids belongs to the lowest index.
 */
export interface Kernels {
  /**
   * Labels `rows` points, at most one block (`labels`, one byte each), with the nearest of k centroids and adds to
   * `tally`: k × d sums, k counts, the inertia, the number of changed labels. Order of sums: see `assignBlock`.
   * @param scratch see `ASSIGN_SCRATCH`
   */
  assign(
    points: number,
    stride: number,
    d: number,
    rows: number,
    centroids: number,
    k: number,
    labels: number,
    tally: number,
    scratch: number,
  ): void;
  /**
   * A pass over points `from` (a multiple of `STRIP`) to `to` of n: those whose bound leaves doubt are measured and
   * moved. Strips of points that are all beyond doubt are passed over.
   * @param state k × d centroids, k × d sums, k counts, 256 `drifted`, `gone`: see `Hurried`
   * @param rows n `safeUntil`, n labels of one byte, a whole number of eights, and for each strip `restsUntil`
   * @param scratch see `LOOK_SCRATCH`
   * @returns points that changed their label
   */
  look(
    points: number,
    stride: number,
    d: number,
    n: number,
    k: number,
    from: number,
    to: number,
    state: number,
    rows: number,
    scratch: number,
  ): number;
  /**
   * The squared distances of n points to a centroid, `bounds` where these are smaller, written to `into`; both have a
   * whole number of eights, and the bounds past n are 0. Sums: parts of 256 points; within one, four lanes by place, at
   * last (0 + 2) + (1 + 3); the parts are written to `parts` and added from first to last.
   * @returns their sum
   */
  nearer(
    points: number,
    stride: number,
    d: number,
    n: number,
    centroid: number,
    bounds: number,
    into: number,
    parts: number,
  ): number;
  /**
   * Sums of the distances from the point at `row` to all points of each cell; `ends` (uint32) says where cells end.
   * Within a cell four lanes by place, at last (0 + 2) + (1 + 3).
   * @param scratch as many numbers as points, and seven more
   */
  apart(
    points: number,
    stride: number,
    d: number,
    row: number,
    ends: number,
    cells: number,
    sums: number,
    scratch: number,
  ): void;
  /**
   * Lists where among `length` bytes the delimiter (one byte), line feeds and carriage returns stand, rising, as uint32
   * counted from the first byte. Up to 15 bytes past the last may be read.
   * @returns how many there are
   */
  marks(bytes: number, length: number, delimiter: number, into: number): number;
  /**
   * Gives each cell `position` of the records `from` to `rows` the code of its text, blank and lacking ones 0xffffffff,
   * and new texts the next code. All areas hold uint32: `starts` and `ends` count from `bytes`, record r has the cells
   * `offsets[r]` to `offsets[r + 1]`. Up to 15 bytes past the last cell may be read.
   * @param state see `EncodeState`
   * @returns the record it came to: fewer than `rows` where there is no room for one more text
   */
  encode(
    bytes: number,
    starts: number,
    ends: number,
    offsets: number,
    from: number,
    rows: number,
    position: number,
    state: number,
    codes: number,
  ): number;
  /**
   * Appends the spans of whole records to a block, as `delimitedScan` does, and leaves off where that must go on: at a
   * record with a quoted cell that holds quotes or is followed by anything but a delimiter or line end, before a record
   * that ends at `limit` or beyond, and where the block is full. All areas hold int32.
   * @param places what `marks` gave, and behind it one place beyond all bytes
   * @param state rows and cells the block has room for, rows it holds, the place in `places` to look on from
   * @returns the place after the last record taken
   */
  records(
    bytes: number,
    from: number,
    limit: number,
    delimiter: number,
    quote: number,
    places: number,
    state: number,
    starts: number,
    ends: number,
    offsets: number,
  ): number;
  /**
   * Writes the numbers that cell `position` of the records `from` to `rows` spells to `into`, NaN where it is empty or
   * lacking, and leaves off at one that is not plain: a minus sign at most, digits, at most 15 in all and no zero before
   * others, and the decimal mark. Areas of spans as for `encode`.
   * @param powers of ten, from 0 to 15
   * @param good is told how many numbers there were, as int32
   * @returns the record it came to
   */
  numbers(
    bytes: number,
    starts: number,
    ends: number,
    offsets: number,
    from: number,
    rows: number,
    position: number,
    decimal: number,
    powers: number,
    into: number,
    good: number,
  ): number;
  /**
   * Writes the moments (ms since 1970) that cell `position` of the records `from` to `rows` spells to `into`, NaN where
   * it is empty or lacking, and leaves off at one that is not plain: day, month and year in digits with the separator
   * between them, years of four digits or, behind day and month, of two, and at most a clock of 24 hours with or without
   * seconds behind a blank or `T`. Areas of spans as for `encode`.
   * @param order 0: year, month, day; 1: day, month, year; 2: month, day, year
   * @param state is told what was met, see `DatesState`
   * @returns the record it came to
   */
  dates(
    bytes: number,
    starts: number,
    ends: number,
    offsets: number,
    from: number,
    rows: number,
    position: number,
    order: number,
    separator: number,
    into: number,
    state: number,
  ): number;
}

/** The words (int32) in which `dates` says what it met, by their place; the last four are 0 where nothing says it. */
export const DatesState = {
  /** How many dates there were. */
  good: 0,
  /** The largest part that stood first, and second, where the year stands last. */
  largestFirst: 1,
  largestSecond: 2,
  yearDigits: 3,
  /** 2 with hours and minutes, 3 with seconds. */
  timeParts: 4,
  /** The byte before the last clock. */
  mark: 5,
  words: 6,
} as const;

/** The words of a dictionary's state, by their place. Texts lie end to end; `places` has one more than there are. */
export const EncodeState = {
  /** Pairs of a hash and its code, 0xffffffff where free: a power of two, at least two for each text there is room for. */
  slots: 0,
  mask: 1,
  hashes: 2,
  places: 3,
  texts: 4,
  mostTexts: 5,
  mostBytes: 6,
  size: 7,
  words: 8,
} as const;

/** Bytes of working memory that `assign` needs for k clusters in d dimensions. */
export const ASSIGN_SCRATCH = (k: number, d: number): number => 2 * 512 * 8 + 2 * k * d * 8;

/** Points that `look` looks at together. */
export const STRIP = 128;

/** Bytes of working memory that `look` needs in d dimensions. */
export const LOOK_SCRATCH = (d: number): number => STRIP * (3 * 8 + 4 + d * 8);

/** Points whose distances `nearer` adds up together. */
export const PART = 256;
