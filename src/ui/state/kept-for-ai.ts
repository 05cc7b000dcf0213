/** How senders (src/sender/kept.ts) begin the names of what they keep on request. */
const PREFIX = 'tessera-ai/';

/** Whom something is kept for on this device, a key mostly. What is kept is not read. */
export function keptFor(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => name.slice(PREFIX.length))
      .sort();
  } catch {
    return [];
  }
}

export function forgetKept(): void {
  for (const provider of keptFor()) localStorage.removeItem(PREFIX + provider);
}
