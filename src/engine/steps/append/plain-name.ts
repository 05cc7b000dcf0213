/** A column's name without what people write differently: case, blanks, underscores, hyphens, points. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.\-]+/g, '');
