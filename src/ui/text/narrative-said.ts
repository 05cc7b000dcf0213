import type { FigureRef, SegmentProfile, Segmentation } from '../../engine/index';
import { segmentLetter } from '../parts/segment-letter';
import { fixed } from './format';

/** A piece of a sentence; with `ref` it leads to the figure it rests on. */
export type SaidPart = string | { text: string; ref: FigureRef };
export type Said = readonly SaidPart[];

/** Said where nothing is to be said. */
export const NOTHING: Said = [];

/** The sentence without its links. */
export const plain = (said: Said): string =>
  said.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** A number, with the sign or unit that stands before it and the per cent or thousands behind it. */
const FIGURE = /(?:[^\s\p{L}\d(]{0,3})\d[\d.,\u00a0]*\d?(?:\u00a0?(?:%|k|M|bn)(?!\p{L}))?/u;

/** A plain sentence whose first number leads to the figure; the whole of it where it holds none. */
export function linked(sentence: string, ref: FigureRef): Said {
  const found = FIGURE.exec(sentence);
  if (!found) return [{ text: sentence, ref }];
  const text = found[0].replace(/[.,]$/, '');
  const end = found.index + text.length;
  return [sentence.slice(0, found.index), { text, ref }, sentence.slice(end)].filter((part) => part !== '');
}

/** A sentence of words and links: say`They are ${link('763 customers', ref)}.` */
export const say = (words: TemplateStringsArray, ...parts: readonly SaidPart[]): Said =>
  words.flatMap((word, i) => [word, ...(i < parts.length ? [parts[i]!] : [])]).filter((part) => part !== '');

export const link = (text: string, ref: FigureRef): SaidPart => ({ text, ref });

/** "about 18 %", but "under 1 %". */
export const about = (text: string): string => (/^(under|over) /.test(text) ? text : `about ${text}`);

/** The name as a sentence can hold it: with its letter where another is called the same, quoted where it has a comma. */
export function nameIn(id: number, { segments }: Pick<Segmentation, 'segments'>): string {
  const name = segments.find((segment) => segment.id === id)?.name ?? '';
  const shown = name.includes(',') ? `“${name}”` : name;
  const twice = segments.filter((segment) => segment.name === name).length > 1;
  return twice ? `${shown} (${segmentLetter(id)})` : shown;
}

/** "They bring" of several, "This customer brings" of one. */
export const they = ({ size }: Pick<SegmentProfile, 'size'>, many: string, one: string): string =>
  size === 1 ? `This customer ${one}` : `They ${many}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "1.9 to 2.1", or "2.0" where both ends read alike; the smaller size first. */
export function between(one: number, other: number, decimals = 1): string {
  const [from, to] = [fixed(one, decimals), fixed(other, decimals)];
  return from === to ? from : `${from} to ${to}`;
}
