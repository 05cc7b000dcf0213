import type { Associations } from '../../../engine/index';
import type { HeatSquare } from '../../charts/association-heat';
import { coefficient, shownValue, squareWords, type NumberMeasure } from '../../text/pairs';

/** The cells of the heat map, each pair twice. */
export const heatSquares = ({ pairs }: Pick<Associations, 'pairs'>, measure: NumberMeasure): HeatSquare[] =>
  pairs.flatMap((pair) => {
    const { a, b } = pair;
    const value = shownValue(pair, measure);
    const square = { value, text: value === null ? '' : coefficient(value), words: squareWords(pair) };
    return [
      { ...square, a, b },
      { ...square, a: b, b: a },
    ];
  });
