import { GROUPS, type CatalogueEntry } from '../catalogue/entry';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The entries in whose words every word sought begins or stands, by group; groups without any are left out. */
export function findSteps(
  entries: readonly CatalogueEntry[],
  sought: string,
): { group: string; entries: CatalogueEntry[] }[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  const found = entries.filter(({ title, about, words: more = '', group }) => {
    const text = plain(`${title} ${about} ${more} ${group}`);
    return words.every((word) => text.includes(word));
  });
  return GROUPS.map((group) => ({ group, entries: found.filter((one) => one.group === group) })).filter(
    (one) => one.entries.length > 0,
  );
}
