import type {
  FigureRef,
  NarrativePoint,
  PointOf,
  SegmentNarrative,
  SegmentProfile,
  Segmentation,
} from '../../engine/index';
import { segmentLetter } from '../parts/segment-letter';
import { D_NOTE } from './apart';
import { CAREFUL } from './narrative-careful';
import { DIFFER } from './narrative-differ';
import { linked, NOTHING, plain, type Said } from './narrative-said';
import { TODO } from './narrative-todo';
import { WHO } from './narrative-who';
import { WORTH } from './narrative-worth';

export type { Said, SaidPart } from './narrative-said';

/** Of what a statement is made: its values, the segment, all segments. */
export type Say<K extends NarrativePoint['kind']> = (
  point: PointOf<K>,
  segment: SegmentProfile,
  segmentation: Segmentation,
) => Said;
export type Sayings = { [K in NarrativePoint['kind']]: Say<K> };

const SAYINGS: Sayings = { ...WHO, ...DIFFER, ...WORTH, ...TODO, ...CAREFUL };

/** One part of what is said of a segment. */
export interface SaidSection {
  title: string;
  sentences: readonly Said[];
}

const SECTIONS: readonly { part: Exclude<keyof SegmentNarrative, 'id'>; title: string }[] = [
  { part: 'who', title: 'Who they are' },
  { part: 'differ', title: 'How they differ' },
  { part: 'worth', title: 'What they are worth' },
  { part: 'todo', title: 'What to do' },
  { part: 'careful', title: 'What to be careful about' },
];

export const IN_WORDS_TITLE = 'In words';
export const IN_WORDS_LINE = `Written from the figures by fixed rules. Each number leads to the figure it rests on; suggestions are common practice and not tried on your customers. ${D_NOTE}`;

/** The sentences about a segment; parts without any are left out. */
export function saidOf(narrative: SegmentNarrative, segmentation: Segmentation): SaidSection[] {
  const segment = segmentation.segments.find(({ id }) => id === narrative.id);
  if (!segment) return [];
  return SECTIONS.map(({ part, title }) => ({
    title,
    sentences: narrative[part]
      .map((point) => sentenceOf(point, segment, segmentation))
      .filter((said) => said !== NOTHING),
  })).filter(({ sentences }) => sentences.length > 0);
}

function sentenceOf(point: NarrativePoint, segment: SegmentProfile, segmentation: Segmentation): Said {
  const say = SAYINGS[point.kind] as Say<NarrativePoint['kind']>;
  const said = say(point, segment, segmentation);
  const [first] = point.refs;
  // Whatever is said leads to where it stands.
  return first && said.every((part) => typeof part === 'string') ? linked(plain(said), first) : said;
}

/** All of it as text without links, to be pasted elsewhere. */
export function narrativeText(narratives: readonly SegmentNarrative[], segmentation: Segmentation): string {
  const blocks = narratives.map((narrative) => {
    const name = segmentation.segments.find(({ id }) => id === narrative.id)?.name ?? '';
    const sections = saidOf(narrative, segmentation).map(
      ({ title, sentences }) => `${title}. ${sentences.map(plain).join(' ')}`,
    );
    return [`${segmentLetter(narrative.id)} ${name}`, ...sections].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

export const COPIED = 'Copied.';
export const COPY_FAILED = 'The browser did not allow copying.';

/** What a link in a sentence says to those who hear it. */
export const refLabel = (text: string, { figure }: FigureRef): string => `${text}: ${REF_WORDS[figure]}`;

const REF_WORDS: Readonly<Record<FigureRef['figure'], string>> = {
  size: 'see the sizes',
  revenue: 'see the sizes',
  orders: 'see the sizes',
  feature: 'see how they differ',
  profile: 'see how they lie',
  typical: 'see the card',
  apart: 'see the card',
  trait: 'see the card',
  overlap: 'see the card',
  silhouette: 'see the card',
  sure: 'see the card',
  half: 'see the customers',
  rule: 'see the card',
  span: 'see the file',
  dates: 'see the file',
  count: 'see how the number was chosen',
};
