import ArrowRight from '@lucide/svelte/icons/arrow-right';
import Combine from '@lucide/svelte/icons/combine';
import Pencil from '@lucide/svelte/icons/pencil';
import type { Segmentation } from '../../../engine/index';
import { segmentLetter } from '../../parts/segment-letter';
import { cardPlace } from '../../screens/segments/figure-places';
import { chooseFile } from '../../state/choose-file.svelte';
import { leadTo } from '../../state/lead-to';
import { addressOf, route } from '../../state/route.svelte';
import type { Command } from './find-commands';
import { ALWAYS_LEADS, FILE_LEADS, HOW_GROUPED, SEGMENT_LEADS, type Lead } from './leads';

const RENAME = 'name title call relabel segment segments persona';
const MERGE = 'merge split segment segments join combine divide parts keep letter colour change edit';

/** Things within places, as far as they are there; of the others, what is needed. */
export function leadCommands(open: boolean, segmentation: Segmentation | null): Command[] {
  const always = ALWAYS_LEADS.map(led);
  if (!open) {
    const needed = [...FILE_LEADS, ...SEGMENT_LEADS, ...EACH];
    return [...always, ...needed.map((lead) => needing(lead, 'open a file first', () => chooseFile.ask()))];
  }
  if (!segmentation) {
    const needed = [...SEGMENT_LEADS, ...EACH];
    const go = () => route.go('segments');
    return [...FILE_LEADS.map(led), ...needed.map((lead) => needing(lead, 'segment first', go)), ...always];
  }
  return [
    ...segmentation.segments.flatMap(ofSegment),
    ...SEGMENT_LEADS.map((lead) => (lead.when?.holds(segmentation) === false ? unmet(lead) : led(lead))),
    ...FILE_LEADS.map((lead) => led(lead.place === 'explore' ? { ...lead, place: 'segments' } : lead)),
    ...always,
  ];
}

/** What can be done with each segment, while there is none. */
const EACH: readonly Pick<Lead, 'group' | 'label' | 'words'>[] = [
  { group: 'Segments', label: 'Rename a segment', words: RENAME },
  { group: 'Segments', label: 'Merge or split segments', words: MERGE },
];

const led = ({ group, label, words, place, at, press = false }: Lead): Command => ({
  group,
  label,
  words,
  icon: ArrowRight,
  action: () => leadTo(addressOf(place), at, press),
});

const needing = (
  { group, label, words }: Pick<Lead, 'group' | 'label' | 'words'>,
  needs: string,
  action: () => void,
): Command => ({ group, label, words, icon: ArrowRight, needs, action });

const unmet = (lead: Lead): Command =>
  needing(lead, lead.when!.needs, () => leadTo(addressOf('segments'), HOW_GROUPED));

const ofSegment = ({ id, name }: Segmentation['segments'][number]): Command[] => [
  {
    group: 'Segments',
    label: `Rename ${segmentLetter(id)} ${name}`,
    words: RENAME,
    icon: Pencil,
    action: () => leadTo(addressOf('segments'), `#${cardPlace(id)} [aria-label^="Rename "]`, true),
  },
  {
    group: 'Segments',
    label: `Merge or split ${segmentLetter(id)} ${name}`,
    words: MERGE,
    icon: Combine,
    action: () => leadTo(addressOf('segments'), `#${cardPlace(id)} [aria-label^="Change "]`, true),
  },
];
