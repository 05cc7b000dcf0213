/** Every error the engine can throw. The sentence a person reads stands in `ui/text/errors.ts`. */
export type ErrorCode =
  // files
  | 'empty-file' // file, bytes
  | 'header-only' // file
  | 'not-a-table' // file, looksLike
  | 'one-column' // file: no separator repeats
  | 'unreadable-file' // file, reason
  | 'file-too-large' // file, bytes, limit
  | 'record-too-long' // file, row (as a spreadsheet counts), bytes seen of it, limit
  | 'too-many-columns' // file, columns, limit
  | 'unrelated-files' // file, first: neither the same columns nor a column in common
  // session files
  | 'not-a-session' // file
  | 'damaged-session' // file; at: the byte from which it is not as it was saved
  | 'truncated-session' // file
  | 'older-session' // file, version
  | 'session-too-large' // file, bytes: what it says it unpacks to
  | 'needs-passphrase' // file
  | 'wrong-passphrase' // file
  | 'needs-secure-page'
  // recipe
  | 'not-a-recipe' // path, reason
  | 'not-a-model' // path, reason
  | 'not-a-step-group' // path, reason
  | 'newer-version' // what: recipe, model, steps, session or a step; version
  | 'unknown-step' // op
  | 'bad-params' // path, reason
  | 'missing-column' // column; goneAt: index of the step that took it away, as: the name it gave instead
  | 'wrong-kind' // column, kind, needed
  | 'missing-source' // source: index in the recipe, like: the name it had
  | 'repeated-key' // column, source, value, count: keys that stand more than once
  | 'name-taken' // column
  | 'wrong-grain' // grain, needed
  | 'not-learnt' // step id: reuse without a fit
  // what the data lack
  | 'no-customer'
  | 'no-date' // where a column was to be the date: column, row, value, count, rows, missing
  | 'no-money'
  | 'no-features'
  | 'not-readable' // column, to, row (1-based, of the data), value, count: a step was to refuse such cells
  | 'text-in-number' // column, row (as a spreadsheet counts), value, count, rows, missing
  | 'no-rows-left' // step
  | 'all-equal' // columns, customers
  | 'too-few-customers' // customers, k, distinct
  | 'no-such-cut' // k, nearest: of k segments one would have nobody
  | 'too-few-values' // column, count
  | 'labels-do-not-fit' // column, bins: how many there are, labels: how many are given
  | 'too-many-groups' // column, groups, most, counted: true where they are categories that count, filling: true where blanks are filled by them, encoded: true where they become numbers
  | 'no-segments' // a step that changes segments finds none
  | 'no-such-segment' // segment: its id, k: how many there are
  | 'no-such-axis' // axis, columns: the map has as many axes as there are columns
  | 'nobody-inside' // name: of the segment that was drawn, empty where it has none
  | 'cannot-split' // name, customers, distinct, into
  | 'bad-pattern' // pattern, reason: 'syntax', 'look-around', 'back-reference', 'repeats-nothing', 'too-large'
  | 'bad-formula' // reason (formula/fault.ts), at, to: characters from 0; name, expected, found, because, proposal
  | 'bad-reference-date' // value, first: day of the first purchase where the value lies before it
  | 'archive-too-large' // limit: bytes of a part of a workbook
  | 'out-of-memory';

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The only error the engine throws on purpose: a code and plain details, never a sentence. */
export class EngineError extends Error {
  /** Index of the step in the recipe, set by the run. */
  step?: number;
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
    this.name = 'EngineError';
  }
}

/** Thrown where work stops because it was asked to. Not an error: no message, no log. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}
