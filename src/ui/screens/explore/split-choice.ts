import type { ColumnOverview } from '../../../engine/index';
import type { SplitBy } from '../../../workers/explore-api';
import { segmentLetter } from '../../parts/segment-letter';
import { addressOf, route } from '../../state/route.svelte';
import { splitAsked, splitIn } from '../../state/split-asked';
import { workspace } from '../../state/workspace.svelte';
import { SPLIT, type GroupedBy } from '../../text/split';
import { makesGroups } from './split-columns';

/** What pictures are split by, as it is asked and as it is called. */
export interface Split {
  by: SplitBy;
  said: GroupedBy;
}

/** What is offered: segments, where there are some, then columns. */
export function splitsOffered(cards: readonly ColumnOverview[], without: string | null): Split[] {
  const segments = workspace.segmentation?.segments ?? [];
  const columns = cards.filter((card) => card.name !== without && makesGroups(card));
  return [
    ...(segments.length > 1 ? [bySegments(segments)] : []),
    ...columns.map((card) => ({ by: { column: card.name }, said: card })),
  ];
}

const bySegments = (segments: readonly { id: number; name: string }[]): Split => ({
  by: 'segments',
  said: {
    name: SPLIT.segment,
    kind: 'segment',
    distinct: segments.length,
    letters: new Map(segments.map(({ id, name }) => [name, segmentLetter(id)])),
  },
});

const keyOf = (by: SplitBy): string => (by === 'segments' ? by : `column ${by.column}`);

/** What the address asks for, where it is offered. */
export function splitChosen(offered: readonly Split[]): Split | null {
  const asked = splitIn(route.asked);
  return (asked && offered.find(({ by }) => keyOf(by) === keyOf(asked))) ?? null;
}

/** For a list of choices. */
export const splitOptions = (offered: readonly Split[]) => [
  { value: '', label: SPLIT.none },
  ...offered.map(({ by, said }) => ({
    value: keyOf(by),
    label: by === 'segments' ? SPLIT.segments : said.name,
  })),
];
export const splitValue = (split: Split | null): string => (split ? keyOf(split.by) : '');

export function askForSplit(offered: readonly Split[], value: string): void {
  route.ask(splitAsked(offered.find(({ by }) => keyOf(by) === value)?.by ?? null));
}

/** The address of a column, or of all, split as this page is. */
export const exploreAddress = (column?: string): string =>
  addressOf('explore', column, splitAsked(splitIn(route.asked)));
