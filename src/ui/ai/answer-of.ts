import type { Segmentation } from '../../engine/index';
import type { AiAnswer } from '../../workers/api';
import type { AiChart } from '../text/ai';
import { checkNumbers } from './check-numbers';
import { figuresOf } from './figures';
import { plainWords } from './plain-words';

/** A question that was sent. */
export interface Asking {
  segmentation: Segmentation;
  chart: AiChart;
  to: string;
  model: string;
  prompt: string;
  ended: boolean;
  whole: boolean;
}

export const sizesOf = ({ segments }: Segmentation): number[] => segments.map(({ size }) => size);

/** What came, with its numbers looked up. */
export function answerOf({ segmentation, ended, ...asked }: Asking, text: string): AiAnswer {
  return {
    ...asked,
    id: ended ? crypto.randomUUID() : '',
    when: Date.now(),
    pieces: checkNumbers(plainWords(text).trim(), figuresOf(segmentation)),
    sizes: sizesOf(segmentation),
  };
}
