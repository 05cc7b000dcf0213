import type { CatalogueEntry } from './entry';

export const SPELLINGS: readonly CatalogueEntry[] = [];
