/** Held while a session is being stored, by whichever tab does it; a tab that is closed lets go of it. */
const lockOf = (id: string): string => `tessera-storing/${id}`;

/** Marks the session as being stored while the work lasts. */
export async function whileStoring<T>(id: string, work: () => Promise<T>): Promise<T> {
  // Not there on plain http beyond this machine.
  if (!navigator.locks) return work();
  return navigator.locks.request(lockOf(id), work);
}

/** Does the work unless a tab is storing this session right now, or that cannot be known. */
export async function unlessStoring(id: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return;
  await navigator.locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
