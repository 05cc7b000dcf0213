/**
 * Asks at once and takes the answer, unless nobody waits for it any more.
 * @returns what gives up waiting, as an effect returns it
 */
export function ask<T>(make: (signal: AbortSignal) => Promise<T>, take: (answer: T) => void): () => void {
  const stop = new AbortController();
  void make(stop.signal).then((answer) => {
    if (!stop.signal.aborted) take(answer);
  });
  return () => stop.abort();
}
