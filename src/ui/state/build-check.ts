/** What this address serves, held against its own list of hashes. */
export interface BuildChecked {
  /** SHA-256 of the list, which stands for the whole build. */
  build: string;
  files: number;
  /** Files that are not as the list says, or could not be read. */
  unlike: readonly string[];
}

const LIST = './hashes.txt';
/** Hosts read this one themselves and do not give it away. */
const KEPT_BY_HOSTS = '_headers';

/** @throws Error with a sentence, where the list cannot be had or the browser cannot hash */
export async function checkBuild(): Promise<BuildChecked> {
  if (!globalThis.crypto?.subtle)
    throw new Error('Over plain http the browser does not let a page hash. Open the app by https.');
  const list = await bytesAt(LIST).catch(() => null);
  if (!list)
    throw new Error('The list of hashes could not be read: it needs the network, once, and a built app.');
  const lines = linesOf(new TextDecoder().decode(list)).filter(([, name]) => name !== KEPT_BY_HOSTS);
  const unlike: string[] = [];
  for (const [hash, name] of lines) {
    const bytes = await bytesAt(`./${name}`).catch(() => null);
    if (!bytes || (await sha256(bytes)) !== hash) unlike.push(name);
  }
  return { build: await sha256(list), files: lines.length, unlike };
}

/** "<hash>  <name>" of each line. */
const linesOf = (text: string): (readonly [string, string])[] =>
  [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, hash, name]) => [hash!, name!]);

async function bytesAt(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.arrayBuffer();
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
