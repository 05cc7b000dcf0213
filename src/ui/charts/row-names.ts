import { fitted, fittedNames, widthOf } from './text-width';

/** Pictures less wide than this have no room for long names beside their rows. */
const ROOMY = 560;
const LINE = 20;

export interface RowNames {
  /** As they are drawn, cut where they must be. */
  texts: readonly string[];
  /** Where the rows begin. */
  left: number;
  /** How high the line is that a name has above its row; 0 where names stand beside. */
  above: number;
}

/**
 * The names of lying rows: beside them on at most a part `widest` of the width; in a narrow picture above them where they
 * would be cut, `inset` then leaves a strip on the left.
 */
export function rowNames(
  names: readonly string[],
  width: number,
  { widest, gap, inset = 0 }: { widest: number; gap: number; inset?: number },
): RowNames {
  const [needed, room] = [widthOf(names) + gap, width * widest];
  if (needed <= room) return { texts: names, left: needed, above: 0 };
  if (width < ROOMY) return { texts: names.map((name) => fitted(name, width)), left: inset, above: LINE };
  return { texts: fittedNames(names, room - gap), left: room, above: 0 };
}

/** Where such rows lie, each name in the line above its row or beside its middle. */
export function rowsAt({
  head,
  row,
  above,
  count,
}: {
  head: number;
  row: number;
  above: number;
  count: number;
}) {
  const top = (i: number) => head + (row + above) * i;
  const middle = (i: number) => top(i) + above + row / 2;
  return {
    middle,
    named: (i: number) => (above > 0 ? top(i) + above / 2 + 2 : middle(i)),
    bottom: top(count),
    /** Where lines of an axis may run: through no name. */
    grid:
      above > 0
        ? Array.from({ length: count }, (_, i) => [top(i) + above, top(i + 1)] as const)
        : [[head, top(count)] as const],
  };
}
