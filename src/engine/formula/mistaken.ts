import type { EngineError } from '../errors';
import { formulaFault } from './fault';

const COLUMN = String.raw`\[(?:[^\]]|\]\])*\]`;
const PLACE = String.raw`${COLUMN}(?:\s*(?:asc|desc)\b)?`;
const GROUPED = new RegExp(String.raw`\b(over|order\s+by)\s*(${PLACE})\s*$`, 'i');
const MORE = new RegExp(String.raw`^(?:,\s*${PLACE}\s*)+`, 'i');

/** What is written otherwise elsewhere, where the grammar can go no further at a character; null if it is nothing known. */
export const mistaken = (text: string, at: number): EngineError | null =>
  text[at] === ',' ? (severalColumns(text, at) ?? decimalComma(text, at)) : percent(text, at);

/** `over [a], [b]`. */
function severalColumns(text: string, at: number): EngineError | null {
  const before = GROUPED.exec(text.slice(0, at));
  const more = MORE.exec(text.slice(at))?.[0].trimEnd();
  if (!before || more === undefined) return null;
  const [, word, first] = before;
  const from = before.index + before[0].indexOf('[');
  const found = word!.toLowerCase() === 'over' ? 'over' : 'order by';
  return formulaFault(
    'several-columns',
    { at: from, to: at + more.length },
    { found, proposal: `(${first!}${more})` },
  );
}

/** `1,5`. */
function decimalComma(text: string, at: number): EngineError | null {
  const whole = /\d+$/.exec(text.slice(0, at))?.[0];
  const part = /^\d+/.exec(text.slice(at + 1))?.[0];
  if (whole === undefined || part === undefined) return null;
  const span = { at: at - whole.length, to: at + 1 + part.length };
  return formulaFault('decimal-comma', span, { proposal: `${whole}.${part}` });
}

/** `20%`, or a value with the sign right behind it. */
function percent(text: string, at: number): EngineError | null {
  const before = text.slice(0, at).trimEnd();
  if (!/\S%$/.test(before)) return null;
  const to = before.length;
  const written = /(?:^|[^\w.])(\d{1,15}(?:\.\d{1,15})?)%$/.exec(before)?.[1];
  if (written === undefined) return formulaFault('percent', { at: to - 1, to }, { proposal: ' / 100' });
  const share = String(Number((Number(written) / 100).toPrecision(15)));
  return formulaFault('percent', { at: to - 1 - written.length, to }, { proposal: share });
}
