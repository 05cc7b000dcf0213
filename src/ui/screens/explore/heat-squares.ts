import type { Associations } from '../../../engine/index';
import type { HeatSquare } from '../../charts/association-heat';
import { coefficient, shownValue, squareWords, type NumberMeasure } from '../../text/pairs';

const keyOf = ({ a, b }: { a: string; b: string }): string => JSON.stringify([a, b].sort());

/** The cells of the heat map, each pair twice; of the selected rows with what all rows have. */
export function heatSquares(
  { pairs }: Pick<Associations, 'pairs'>,
  measure: NumberMeasure,
  whole?: Pick<Associations, 'pairs'>,
): HeatSquare[] {
  const all = new Map(whole?.pairs.map((pair) => [keyOf(pair), shownValue(pair, measure)]));
  return pairs.flatMap((pair) => {
    const { a, b } = pair;
    const value = shownValue(pair, measure);
    const square = {
      value,
      text: value === null ? '' : coefficient(value),
      words: squareWords(pair, all.get(keyOf(pair))),
    };
    return [
      { ...square, a, b },
      { ...square, a: b, b: a },
    ];
  });
}
