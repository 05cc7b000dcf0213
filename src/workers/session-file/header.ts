import { EngineError } from '../../engine/index';

/** Begins like no text, and shows what a transfer as text does to line ends. */
const MAGIC = Uint8Array.of(0x89, 0x54, 0x53, 0x52, 0x41, 0x0d, 0x0a, 0x1a);
const VERSION = 1;
export const HEADER_BYTES = 96;
const SUMMED = 64;
const LOCKED = 1;

/** Rounds of PBKDF2-HMAC-SHA-256: what OWASP asks for, and the most anyone has to wait for. */
export const ROUNDS = 600_000;
const MOST_ROUNDS = 10_000_000;

/** What a passphrase is made into a key with, and how a wrong one is told from damage. */
export interface Lock {
  rounds: number;
  salt: Uint8Array<ArrayBuffer>;
  /** The first seven bytes of every nonce. */
  prefix: Uint8Array<ArrayBuffer>;
  check: Uint8Array<ArrayBuffer>;
}

/** The first bytes of a session file. docs/SESSION-FILE.md says where what stands. */
export async function headerOf(lock: Lock | null): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(HEADER_BYTES);
  bytes.set(MAGIC);
  const view = new DataView(bytes.buffer);
  view.setUint16(8, VERSION, true);
  if (lock) {
    view.setUint8(10, LOCKED);
    view.setUint32(12, lock.rounds, true);
    bytes.set(lock.salt, 16);
    bytes.set(lock.prefix, 32);
    bytes.set(lock.check, 40);
  }
  bytes.set(await sha256(bytes.subarray(0, SUMMED)), SUMMED);
  return bytes;
}

/** @throws EngineError `not-a-session`, `newer-version`, `older-session`, `truncated-session`, `damaged-session` */
export async function readHeader(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<Lock | null> {
  if (MAGIC.some((byte, at) => at < bytes.length && bytes[at] !== byte) || bytes.length === 0)
    throw new EngineError('not-a-session', { file });
  if (bytes.length < HEADER_BYTES) throw new EngineError('truncated-session', { file });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const version = view.getUint16(8, true);
  // Before the sum: another version may have its sum elsewhere.
  if (version > VERSION) throw new EngineError('newer-version', { file, what: 'session', version });
  if (version < VERSION) throw new EngineError('older-session', { file, version });
  const sum = await sha256(bytes.subarray(0, SUMMED));
  const damaged = new EngineError('damaged-session', { file, at: 0 });
  if (!isSame(sum, bytes.subarray(SUMMED, HEADER_BYTES))) throw damaged;
  const [flags, rounds] = [view.getUint8(10), view.getUint32(12, true)];
  if (flags === 0) return null;
  if (flags !== LOCKED || rounds < ROUNDS || rounds > MOST_ROUNDS) throw damaged;
  return {
    rounds,
    salt: bytes.slice(16, 32),
    prefix: bytes.slice(32, 39),
    check: bytes.slice(40, 56),
  };
}

export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await subtle().digest('SHA-256', bytes));

/** Not there on plain http beyond this machine. @throws EngineError `needs-secure-page` */
export function subtle(): SubtleCrypto {
  // TypeScript takes it for granted.
  const { subtle: found } = crypto as { subtle?: SubtleCrypto };
  if (!found) throw new EngineError('needs-secure-page');
  return found;
}
