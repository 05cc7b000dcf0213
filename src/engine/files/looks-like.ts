/** Kinds of file that are no delimited text; sentences about them stand in `ui/text`. */
export type LooksLike =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'pdf'
  | 'zip'
  | 'xlsx'
  | 'xls'
  | 'parquet'
  | 'sqlite'
  | 'gzip'
  | 'html'
  | 'binary';

const text = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0));

const SIGNATURES: readonly (readonly [LooksLike, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, ...text('PNG')]],
  ['gif', text('GIF8')],
  ['webp', text('RIFF')],
  ['pdf', text('%PDF-')],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['parquet', text('PAR1')],
  ['sqlite', text('SQLite format 3')],
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
];
const SAMPLE = 1 << 16;
const MOST_CONTROL = 0.02;

/** What a file that is not delimited text looks like from its first bytes; null where it may be text. */
export function looksLike(head: Uint8Array, encoding: string): LooksLike | null {
  const found = SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0] ?? null;
  if (found === 'zip' && holds(head, 'xl/')) return 'xlsx';
  if (found) return found;
  if (encoding.startsWith('utf-16')) return null;
  if (/^\s*<(!doctype html|html)/i.test(String.fromCharCode(...head.subarray(0, 64)))) return 'html';
  return isBinary(head) ? 'binary' : null;
}

function holds(head: Uint8Array, letters: string): boolean {
  const wanted = text(letters);
  const last = Math.min(head.length, SAMPLE) - wanted.length;
  for (let at = 0; at <= last; at++) if (wanted.every((byte, step) => head[at + step] === byte)) return true;
  return false;
}

/** Control characters that no text holds, other than tab, line ends, form feed, end-of-file and escape. */
function isBinary(head: Uint8Array): boolean {
  const length = Math.min(head.length, SAMPLE);
  let odd = 0;
  for (let at = 0; at < length; at++) {
    const byte = head[at]!;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) odd++;
  }
  return odd > length * MOST_CONTROL;
}
