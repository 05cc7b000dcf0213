/** Bytes of columns that a tab can work with: steps hold a second copy of them, and a tab has about 3 GB. */
const MOST = 1.2e9;
/** Of the device's memory, which browsers tell in coarse steps or not at all. */
const PART = 0.15;

/** The room for a table on this device, and one row in how many fits it. */
export function roomOf(expectedBytes: number): { room: number; every: number } {
  const { deviceMemory } = navigator as { deviceMemory?: number };
  const room = deviceMemory === undefined ? MOST : Math.min(MOST, deviceMemory * 2 ** 30 * PART);
  return { room, every: Math.max(1, Math.ceil(expectedBytes / room)) };
}
