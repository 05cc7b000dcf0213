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

const FIGURE = String.raw`(\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+)(\.\d+)?`;
const UNIT = String.raw`(?:\s?(%|per ?cent|×|x(?![a-z])|times|fold|-fold|thousand|million|billion|k(?![a-z])|mn?(?![a-z])|bn(?![a-z])))`;
const NUMBER = new RegExp(String.raw`(?<![\w.,])${FIGURE}${UNIT}?`, 'gi');
/** What goes on from one number to another of the same unit, which is written once: "12–15 %", "£1.2 to 1.5k". */
const TO_ANOTHER = new RegExp(String.raw`^\s?(?:[–—-]|to\s)\s?[£$€]?${FIGURE}${UNIT}`, 'i');
const AND_ANOTHER = new RegExp(String.raw`^\s(?:and|or)\s[£$€]?${FIGURE}${UNIT}`, 'i');
const BETWEEN = /(between|either)\s[£$€]?$/i;
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
};
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
    const unit = match[3] ?? unitOfBoth(before, after);
    pieces.push({ text: match[0], ours: isAmong(read(match, unit, ROUGHLY.test(before)), figures) });
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

/** The unit that stands at the second of two numbers and is meant of both. */
function unitOfBoth(before: string, after: string): string {
  const other = TO_ANOTHER.exec(after) ?? (BETWEEN.test(before) ? AND_ANOTHER.exec(after) : null);
  return other?.[3] ?? '';
}

function read([, whole = '', decimals = '']: RegExpMatchArray, unit: string, roughly: boolean): Read {
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
