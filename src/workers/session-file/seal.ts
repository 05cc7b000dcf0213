import { isSame, sha256, subtle, type Lock } from './header';

/** Closes pieces of a file so that none can be changed, moved or left out unseen. */
export interface Seal {
  /** Bytes it adds to a piece. */
  readonly adds: number;
  close(counter: number, isLast: boolean, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** Null where the piece is not what was closed in this place of this file. */
  open(
    counter: number,
    isLast: boolean,
    body: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer> | null>;
}

const SUM = 32;
const TAG = 16;

/** Pieces in clear, each with a sum over place, header and content: finds damage, keeps nobody out. */
export function sumSeal(header: Uint8Array): Seal {
  const sumOf = (counter: number, isLast: boolean, plain: Uint8Array) =>
    sha256(joined(nonceOf(new Uint8Array(7), counter, isLast), header, plain));
  return {
    adds: SUM,
    close: async (counter, isLast, plain) => joined(plain, await sumOf(counter, isLast, plain)),
    open: async (counter, isLast, body) => {
      const plain = body.subarray(0, body.length - SUM);
      const sum = body.subarray(body.length - SUM);
      return isSame(await sumOf(counter, isLast, plain), sum) ? plain : null;
    },
  };
}

/** Pieces closed with AES-256-GCM after the STREAM construction: counter and end are part of the nonce. */
export function keySeal(key: CryptoKey, prefix: Uint8Array, header: Uint8Array<ArrayBuffer>): Seal {
  const how = (counter: number, isLast: boolean): AesGcmParams => ({
    name: 'AES-GCM',
    iv: nonceOf(prefix, counter, isLast),
    additionalData: header,
    tagLength: TAG * 8,
  });
  return {
    adds: TAG,
    close: async (counter, isLast, plain) =>
      new Uint8Array(await subtle().encrypt(how(counter, isLast), key, plain)),
    open: (counter, isLast, body) =>
      subtle()
        .decrypt(how(counter, isLast), key, body)
        .then(
          (plain) => new Uint8Array(plain),
          () => null,
        ),
  };
}

/** Seven bytes of the file, four that count, one that says whether it is the last. */
function nonceOf(prefix: Uint8Array, counter: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  nonce.set(prefix);
  const view = new DataView(nonce.buffer);
  view.setUint32(7, counter);
  view.setUint8(11, Number(isLast));
  return nonce;
}

/** The key a passphrase gives, and what tells a wrong one. */
export async function keyOf(
  passphrase: string,
  { salt, rounds }: Pick<Lock, 'salt' | 'rounds'>,
): Promise<{ key: CryptoKey; check: Uint8Array<ArrayBuffer> }> {
  const words = utf8(passphrase.normalize('NFC'));
  const secret = await subtle().importKey('raw', words, 'PBKDF2', false, ['deriveBits']);
  const stretch = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  const stretched = await subtle().deriveBits(stretch, secret, 256);
  const root = await subtle().importKey('raw', stretched, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const use = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: utf8(info),
  });
  const aes = { name: 'AES-GCM', length: 256 };
  const key = await subtle().deriveKey(use('tessera-session key'), root, aes, false, ['encrypt', 'decrypt']);
  const check = new Uint8Array(await subtle().deriveBits(use('tessera-session check'), root, 128));
  return { key, check };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
