import type { Recipe } from '../../../../engine/index';
import type { TableHead } from '../../../../workers/api';
import { lastSegmentStep } from '../../../state/segment-edits';
import { workspace } from '../../../state/workspace.svelte';
import { columnLabel, countLabel, earlierLabel } from '../../../text/compare';
import { describeStep } from '../../../text/steps';
import type { GroupingOption } from '../shown';

/** Beyond these a column makes no groups, and the list of earlier recipes no choice. */
const MOST_GROUPS = 50;
const MOST_EARLIER = 6;

/** Other numbers of segments, earlier recipes of this file, and columns that hold groups already. */
export function otherGroupings(head: TableHead | null): readonly GroupingOption[] {
  return [...earlier(), ...otherNumbers(), ...columns(head)];
}

function otherNumbers(): GroupingOption[] {
  const { segmentation } = workspace;
  if (!segmentation) return [];
  const same = segmentation.edited ? null : (segmentation.grouped ?? segmentation.k);
  const tried = segmentation.runs.length > 1 ? segmentation.runs : [];
  return tried
    .filter(({ k }) => k > 1 && k !== same)
    .map(({ k }) => ({
      label: countLabel(k, segmentation.edited === true && k === segmentation.grouped),
      other: { k },
    }));
}

/** Recipes of before for the same file as it is understood now, the latest first, each once. */
function earlier(): GroupingOption[] {
  const present = workspace.recipe;
  if (!present) return [];
  const choice = JSON.stringify(workspace.choice);
  const seen = new Set([essence(present)]);
  const said = new Map<string, number>();
  const found: GroupingOption[] = [];
  for (const moment of [...workspace.moments()].reverse()) {
    const key = essence(moment.recipe);
    const last = moment.recipe.steps[lastSegmentStep(moment.recipe)];
    if (!last || seen.has(key) || JSON.stringify(moment.choice) !== choice) continue;
    seen.add(key);
    const sentence = describeStep(last);
    const alike = (said.get(sentence) ?? 0) + 1;
    said.set(sentence, alike);
    found.push({ label: earlierLabel(sentence, alike), other: { recipe: moment.recipe } });
  }
  return found.slice(0, MOST_EARLIER);
}

/** What decides where customers are: the steps without names and words of the person's own. */
const essence = ({ steps }: Recipe): string =>
  JSON.stringify(
    steps
      .filter(({ enabled }) => enabled)
      .map(({ op, params: { names: _names, actions: _words, ...params } }) => [op, params]),
  );

function columns(head: TableHead | null): GroupingOption[] {
  const own = new Set(['segment', 'segment_id', 'tessera_segment', 'tessera_segment_id']);
  return (head?.columns ?? [])
    .filter(({ name, kind, distinct, role }) => {
      const grouping = kind === 'boolean' || (kind === 'text' && distinct >= 2 && distinct <= MOST_GROUPS);
      return grouping && role !== 'customer' && !own.has(name);
    })
    .map(({ name }) => ({ label: columnLabel(name), other: { column: name } }));
}
