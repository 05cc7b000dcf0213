import type { AnswerPiece } from '../../workers/ai-answer';

/** The figures that an answer's numbers are looked up among. */
export interface Figures {
  /** Per cent, 0 to 100 and beyond. */
  percents: readonly number[];
  /** Multiples of an average. */
  multiples: readonly number[];
  /** Everything else that is counted or measured. */
  others: readonly number[];
}

const NUMBER =
  /(?<![\w.,])(\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+)(\.\d+)?(?:\s?(%|per ?cent|×|x(?![a-z])|times|fold|-fold|thousand|million|k(?![a-z])|m(?![a-z])))?/gi;
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6 };
/** After these words the zeros at a number's end are its rounding. */
const ROUGHLY = /(about|around|roughly|nearly|almost|approximately|over|under|some|than|~|≈)\s*[^\d\s]?\s*$/i;
const LIST_MARK = /(^|\n)\s*$/;

/** Cuts an answer into words and numbers, and looks each number up, as exactly as it is written. */
export function checkNumbers(text: string, figures: Figures): AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(NUMBER)) {
    const { index } = match;
    const before = text.slice(0, index);
    const after = text.slice(index + match[0].length);
    if (LIST_MARK.test(before) && /^[.)]\s/.test(after)) continue;
    if (index > done) pieces.push({ text: text.slice(done, index) });
    pieces.push({ text: match[0], ours: isAmong(read(match, ROUGHLY.test(before)), figures) });
    done = index + match[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}

interface Read {
  value: number;
  /** Half of the last place that was written. */
  within: number;
  unit: string;
}

function read([, whole = '', decimals = '', unit = '']: RegExpMatchArray, roughly: boolean): Read {
  const digits = whole.replace(/\D/g, '');
  const scale = SCALES[unit.toLowerCase()] ?? 1;
  const zeros = decimals === '' && roughly ? /0*$/.exec(digits)![0].length : 0;
  const place = decimals === '' ? 10 ** Math.min(zeros, digits.length - 1) : 10 ** (1 - decimals.length);
  return { value: Number(digits + decimals) * scale, within: (place / 2) * scale, unit: unit.toLowerCase() };
}

function isAmong({ value, within, unit }: Read, { percents, multiples, others }: Figures): boolean {
  const near = (figure: number) => Math.abs(Math.abs(figure) - value) <= within * (1 + 1e-9);
  if (unit === '%' || unit.startsWith('per')) return percents.some(near);
  if (/^(×|x|times|-?fold)$/.test(unit)) return multiples.some(near);
  return others.some(near) || multiples.some(near) || percents.some(near);
}
