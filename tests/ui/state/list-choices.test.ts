import { describe, expect, it } from 'vitest';
import { fittingLists, namesOf } from '../../../src/ui/state/fitting-lists';
import { KeptChoice } from '../../../src/ui/state/kept-choice.svelte';
import { ListChoices } from '../../../src/ui/state/list-choices.svelte';
import { stateOf, type Snapshot } from '../../../src/ui/state/session-keeper.svelte';
import type { SessionInfo } from '../../../src/workers/api';
import type { KeptLists } from '../../../src/workers/kept-lists';

const SEGMENTS = [
  { id: 1, name: 'Champions' },
  { id: 2, name: 'Asleep' },
];
const column = (name: string) => ({ name, usual: true });
const OFFERED = {
  customers: ['id', 'spent', 'segment'].map(column),
  source: ['order', 'id', 'segment'].map(column),
};
const CHOSEN: KeptLists = {
  look: null,
  columns: ['id', 'spent'],
  segments: ['Asleep'],
  rowColumns: ['order'],
  rowGuard: true,
};
const fitting = (change: Partial<KeptLists>, offered: typeof OFFERED | null = OFFERED, segments = SEGMENTS) =>
  fittingLists({ ...CHOSEN, ...change }, offered, segments);

describe('what is chosen for lists', () => {
  it('is stored with the work at each change, and brought back whole', () => {
    const kept = new KeptChoice<KeptLists>();
    const stored: (KeptLists | null)[] = [];
    kept.onchange = () => stored.push(kept.now);
    const lists = new ListChoices(kept);
    lists.choose({ columns: ['id'] });
    lists.choose({ rowGuard: true });
    expect(stored[1]).toEqual({
      look: null,
      columns: ['id'],
      segments: null,
      rowColumns: null,
      rowGuard: true,
    });
    const snapshot: Snapshot = {
      history: [],
      cursor: 0,
      segments: 2,
      answers: [],
      campaign: null,
      lists: kept.now,
    };
    expect(stateOf({} as SessionInfo, snapshot).lists).toEqual(stored[1]);
    kept.restore(CHOSEN);
    expect(lists.now).toEqual(CHOSEN);
    kept.restore(null);
    expect(lists.now.columns).toBeNull();
  });

  it('holds where all of it is there', () =>
    expect(fitting({})).toEqual({ columns: ['id', 'spent'], rowColumns: ['order'], segments: [2] }));

  it('holds for what there is of it', () => {
    expect(fitting({ columns: ['id', 'gone'] }).columns).toEqual(['id']);
    expect(fitting({ rowColumns: ['order', 'gone'] }).rowColumns).toEqual(['order']);
    expect(fitting({ segments: ['Asleep', 'Gone'] }).segments).toEqual([2]);
  });

  it('is what is usual where no column of it is there, and nothing where nothing was ticked', () => {
    expect(fitting({ columns: ['gone'] }).columns).toBeNull();
    expect(fitting({ columns: [] }).columns).toEqual([]);
    expect(fitting({ columns: null }).columns).toBeNull();
  });

  it('finds segments by name, and has none chosen where those are gone', () => {
    expect(fitting({}, OFFERED, [{ id: 1, name: 'Asleep' }]).segments).toEqual([1]);
    expect(fitting({}, OFFERED, [{ id: 2, name: 'Other' }]).segments).toEqual([]);
    expect(fitting({ segments: null }).segments).toBeNull();
    expect(namesOf([2], SEGMENTS)).toEqual(['Asleep']);
    expect(namesOf(null, SEGMENTS)).toBeNull();
  });

  it('stays as it is while it is not known what there is', () =>
    expect(fitting({ columns: ['gone'] }, null).columns).toEqual(['gone']));
});
