const LOOPBACK = new Set(['localhost', '127.0.0.1']);

export type AddressRefused = 'not-an-address' | 'not-here' | 'write-localhost' | 'not-in-policy';

/** The address up to the version without a slash at its end, or why it cannot be used. */
export function addressOf(
  text: string,
  allowed: readonly string[] | 'this-computer',
): { address: string } | { refused: AddressRefused } {
  const typed = text.trim();
  if (!URL.canParse(typed)) return { refused: 'not-an-address' };
  const { protocol, hostname, origin, username, search, hash, pathname } = new URL(typed);
  if (!/^https?:$/.test(protocol) || username !== '' || search !== '' || hash !== '')
    return { refused: 'not-an-address' };
  // A content policy has no way to name [::1]; browsers reach it as localhost.
  if (hostname === '[::1]') return { refused: 'write-localhost' };
  if (allowed === 'this-computer') {
    if (!LOOPBACK.has(hostname) || protocol !== 'http:') return { refused: 'not-here' };
  } else if (!allowed.includes(origin)) return { refused: 'not-in-policy' };
  return { address: origin + pathname.replace(/\/+$/, '') };
}

/** The addresses that a document's policy lets it reach. */
export function addressesIn(policy: string): string[] {
  const rule = policy.split(';').find((one) => one.trim().startsWith('connect-src '));
  return (rule ?? '')
    .trim()
    .split(/\s+/)
    .slice(1)
    .filter((source) => source !== "'none'");
}
