/** Everything kept by senders on this device begins so; the page lists and removes it by this, and reads none of it. */
const PREFIX = 'tessera-ai/';

export interface Kept {
  key: string;
  model: string;
  address: string;
}

/** What was kept on request; empty texts where nothing was, or storage is refused. */
export function keptOf(provider: string): Kept {
  const nothing = { key: '', model: '', address: '' };
  try {
    return { ...nothing, ...(JSON.parse(localStorage.getItem(PREFIX + provider) ?? '{}') as Partial<Kept>) };
  } catch {
    return nothing;
  }
}

/** Keeps it, or with null nothing any more. False where storage is refused. */
export function keep(provider: string, kept: Kept | null): boolean {
  try {
    if (kept) localStorage.setItem(PREFIX + provider, JSON.stringify(kept));
    else localStorage.removeItem(PREFIX + provider);
    return true;
  } catch {
    return kept === null;
  }
}
