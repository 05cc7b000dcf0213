/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "12.5 %", to a tenth of a per cent. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
