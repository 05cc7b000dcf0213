import type { AnswerPiece } from '../../workers/ai-answer';
import { NUMBER, readNumber, type Written } from './read-number';
import { isReference, type Counted } from './references';

/** The figures that an answer's numbers are looked up among. */
export interface Figures {
  /** Per cent, 0 to 100 and beyond. */
  percents: readonly number[];
  /** Multiples of an average. */
  multiples: readonly number[];
  /** Everything else that is counted or measured. */
  others: readonly number[];
  counted: Counted;
}

const LIST_MARK = /(^|\n)\s*$/;
/** Names that hold a number and measure nothing. */
const NAME = /^(?:(?:80\/20|20\/80|24\/7)(?![\d/])|[23]-?D\b|360(?:°|[\s-]degree))/i;
/** "1 in 5", "3 out of 10", "3/4". */
const FRACTION =
  /^(\d{1,2})(?:\/|\sin\s(?:every\s)?|\sout\sof\s(?:every\s)?|\sof\severy\s)([3-9]|10|20|100)(?![\d/]|[.,]\d)(?!\s(?:segments?|groups?|clusters?|features?|days?|weeks?|months?|years?)\b)/i;
/** A fraction of small numbers is a rounding of a share. */
const FRACTION_WITHIN = 2.5;

/** Cuts an answer into words and numbers, and looks each number up, as exactly as it is written. */
export function checkNumbers(text: string, figures: Figures): AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  const numbered = text.includes('(1)') && text.includes('(2)');
  let done = 0;
  for (const match of text.matchAll(NUMBER)) {
    const { index } = match;
    if (index < done) continue;
    const before = text.slice(0, index);
    const found = lookUp(match, before, text.slice(index), figures, numbered);
    if (index > done) pieces.push({ text: before.slice(done) });
    pieces.push(found);
    done = index + found.text.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return joined(pieces);
}

function lookUp(
  match: RegExpMatchArray,
  before: string,
  from: string,
  figures: Figures,
  numbered: boolean,
): AnswerPiece {
  const [text] = match;
  const after = from.slice(text.length);
  const name = NAME.exec(from);
  if (name) return { text: name[0] };
  if (isMark(before, after, numbered)) return { text };
  const written = readNumber(match, before, after);
  if (written.bare && isReference(written.value, before, after, figures.counted)) return { text, ours: true };
  const share = FRACTION.exec(from);
  if (share && Number(share[1]) < Number(share[2])) return { text: share[0], ours: isShare(share, figures) };
  return { text, ours: isAmong(written, after, figures) };
}

/** The number of a point in a list: "1. ", "2) ", or "(1)" where there is a second. */
const isMark = (before: string, after: string, numbered: boolean): boolean =>
  (LIST_MARK.test(before) && /^[.)]\s/.test(after)) ||
  (numbered && /(^|\s)\($/.test(before) && after.startsWith(') '));

const isShare = ([, part, whole]: RegExpMatchArray, { percents }: Figures): boolean =>
  percents.some((figure) => Math.abs(figure - (100 * Number(part)) / Number(whole)) <= FRACTION_WITHIN);

/** After "2.3 times": what is compared; else it may count as well, as in "orders 12 times". */
const COMPARED =
  /^\s(?:the|as|that|those|what|of|its|their|our|more|less|fewer|higher|lower|larger|smaller|greater|bigger|longer|average)\b/i;
/** "1.3 times more" is often said of 2.3. */
const MORE = /^\s(?:more|higher|larger|greater|bigger|longer)\b/i;
const PER = /^\s(?:a|an|per|each|every)\b/i;

function isAmong({ value, within, unit }: Written, after: string, figures: Figures): boolean {
  const { percents, multiples, others } = figures;
  const near = (figure: number) => Math.abs(Math.abs(figure) - value) <= within * (1 + 1e-9);
  if (/^(%|per|pct)/.test(unit)) return percents.some(near);
  const all = () => others.some(near) || multiples.some(near) || percents.some(near);
  if (!/^(×|x|times|fold)$/.test(unit)) return all();
  if (multiples.some(near)) return true;
  if (MORE.test(after)) return multiples.some((figure) => near(figure - 1));
  const counts = unit === 'times' ? !COMPARED.test(after) : unit !== 'fold' && PER.test(after);
  return counts && others.some(near);
}

/** Words that follow words are one piece. */
function joined(pieces: readonly AnswerPiece[]): AnswerPiece[] {
  const all: AnswerPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && last.ours === undefined && piece.ours === undefined)
      all[all.length - 1] = { text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
