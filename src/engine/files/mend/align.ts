import { isTelling, misfit, type ColumnProfile } from './column-profile';
import type { Cutting, Token } from './tokens';

/** The cells that some pieces become, one to a column, and what it costs. */
export interface Aligned {
  cells: string[];
  cost: number;
}

const COST = { join: 0.3, joinAtBlank: 0.02, joinBlank: 0.5, joinQuoted: 1, drop: 0.2, split: 0.4 };
const KEPT = 2;
/** Longer pieces are not two cells without a separator between them. */
const MOST_SPLIT = 300;

/**
 * The two cheapest ways to put the pieces of a record into its columns in their order: each piece is a cell, or is
 * joined with the next, or is split in two where the first half is all that the column can take; a blank one may go.
 * Ways that cost more than `most` are not followed: without that, a record of thousands of pieces would take minutes.
 */
export function align(
  { tokens, delimiter, cost }: Cutting,
  profiles: readonly ColumnProfile[],
  most: number,
): Aligned[] {
  const columns = profiles.length;
  const best: Aligned[][][] = Array.from({ length: tokens.length + 1 }, () =>
    Array.from({ length: columns + 1 }, () => []),
  );
  best[0]![0] = [{ cells: [], cost }];
  const reach = (token: number, column: number, from: Aligned, cells: string[], extra: number) => {
    if (from.cost + extra > most) return;
    keep(best[token]![column]!, { cells: [...from.cells, ...cells], cost: from.cost + extra });
  };
  for (let token = 0; token < tokens.length; token++) {
    for (let column = 0; column <= columns; column++) {
      for (const from of best[token]![column]!) {
        const { text } = tokens[token]!;
        if (text.trim() === '') reach(token + 1, column, from, [], COST.drop);
        if (column === columns) continue;
        const longest = Math.max(1, tokens.length - token - (columns - column) + 1);
        for (let count = 1; count <= longest && token + count <= tokens.length; count++) {
          const pieces = tokens.slice(token, token + count);
          const joined = joining(pieces, delimiter);
          if (from.cost + joined > most) break;
          const cell = pieces.map((piece) => piece.text).join(delimiter);
          const extra = joined + misfit(profiles[column]!, cell);
          reach(token + count, column + 1, from, [cell], extra);
        }
        if (column + 1 < columns && text.length <= MOST_SPLIT) {
          for (const halves of split(text, profiles[column]!, profiles[column + 1]!)) {
            const extra = COST.split + misfit(profiles[column + 1]!, halves[1]!);
            reach(token + 1, column + 2, from, halves, extra);
          }
        }
      }
    }
  }
  return best[tokens.length]![columns]!;
}

function joining(pieces: readonly Token[], delimiter: string): number {
  if (pieces.length === 1) return 0;
  const each = delimiter === ' ' ? COST.joinAtBlank : COST.join;
  return pieces.reduce((sum, { text, quoted }, at) => {
    const step = at === 0 ? 0 : each;
    return sum + step + (quoted ? COST.joinQuoted : 0) + (text.trim() === '' ? COST.joinBlank : 0);
  }, 0);
}

/** A piece cut behind the longest start that looks like a cell of the first column. */
function split(text: string, first: ColumnProfile, second: ColumnProfile): string[][] {
  if (first.patterns !== null) {
    for (let at = text.length - 1; at > 0; at--) {
      if (misfit(first, text.slice(0, at)) === 0) return [[text.slice(0, at), text.slice(at)]];
    }
  }
  if (second.patterns === null && !isTelling(second)) return [];
  for (let at = 1; at < text.length; at++) {
    if (misfit(second, text.slice(at)) === 0 && misfit(first, text.slice(0, at)) < 1)
      return [[text.slice(0, at), text.slice(at)]];
  }
  return [];
}

/** Keeps the two cheapest that give different cells. */
export function keep(kept: Aligned[], added: Aligned): void {
  const same = kept.findIndex(({ cells }) => cells.every((cell, at) => cell === added.cells[at]));
  if (same >= 0) {
    if (kept[same]!.cost <= added.cost) return;
    kept.splice(same, 1);
  }
  kept.push(added);
  kept.sort((a, b) => a.cost - b.cost);
  kept.length = Math.min(kept.length, KEPT);
}
