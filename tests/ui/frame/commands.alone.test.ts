import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../../src/ui/frame/palette/find-commands';
import type { Workspace } from '../../../src/ui/state/workspace.svelte';
import { told } from '../fixtures/segmentation-told';

vi.stubGlobal('crossOriginIsolated', false);
vi.stubGlobal('Worker', class extends EventTarget {});

let now: () => Command[];
let find: (sought: string) => Command[];
let workspace: Workspace;
let itemWords: Readonly<Record<string, string>>;
let leads: readonly { at: string }[];

beforeAll(async () => {
  ({ workspace } = await import('../../../src/ui/state/workspace.svelte'));
  const { commandsNow } = await import('../../../src/ui/frame/palette/commands');
  const { findCommands } = await import('../../../src/ui/frame/palette/find-commands');
  const all = await import('../../../src/ui/frame/palette/leads');
  ({ ITEM_WORDS: itemWords } = await import('../../../src/ui/frame/palette/item-words'));
  leads = [...all.SEGMENT_LEADS, ...all.FILE_LEADS, ...all.ALWAYS_LEADS];
  now = commandsNow;
  find = (sought) => findCommands(now(), sought);
});
afterEach(() => void vi.restoreAllMocks());

const STEP = { id: 's', op: 'aggregate', version: 1, enabled: true, params: {} };

function opened(segmentation: typeof told | null): void {
  vi.spyOn(workspace, 'status', 'get').mockReturnValue('open');
  vi.spyOn(workspace, 'segmentation', 'get').mockReturnValue(segmentation);
  vi.spyOn(workspace, 'recipe', 'get').mockReturnValue({ steps: [STEP] } as never);
  vi.spyOn(workspace, 'moments').mockReturnValue([]);
}
const labels = (sought: string) => find(sought).map(({ label }) => label);
const [first] = told.segments;

/** What testers and people looked for, and where it leads. */
const SOUGHT: readonly (readonly [string, string | RegExp])[] = [
  ['save session', 'Save work as a file'],
  ['passphrase', 'Save work as a file'],
  ['rename segment', /^Rename A /],
  ['merge segments', /^Merge or split A /],
  ['split segment', /^Merge or split A /],
  ['number of segments', 'How many segments'],
  ['remove everything', 'Remove everything from this device'],
  ['png', 'Take a chart as a picture'],
  ['svg', 'Take a chart as a picture'],
  ['apply recipe', 'Apply a saved recipe or model'],
  ['k-means', /Segment my customers|How customers are grouped/],
  ['rfm map', /RFM/],
  ['own rules', 'How customers are grouped'],
  ['lasso', 'Draw a segment'],
  ['over time', 'Segments over time'],
  ['encoding', 'Change how the file is read'],
  ['zip', 'Export: Lists'],
  ['folder', 'Export: Lists'],
  ['unusual rows', 'Explore'],
  ['session passphrase', 'Save work as a file'],
  ['ask an ai', 'Ask an AI about a chart'],
  ['dark', 'Dark theme'],
];

/** Where Enter leads at once. */
const FIRST = SOUGHT.filter(([sought]) => !/apply|k-means|rfm|zip|folder|unusual|encoding/.test(sought));

describe('the palette', () => {
  it.each(FIRST)('has first for "%s" what is meant', (sought, label) => {
    opened(told);
    expect(labels(sought)[0]).toEqual(expect.stringMatching(label));
  });

  it.each(SOUGHT)('with segments finds "%s"', (sought, label) => {
    opened(told);
    const found = find(sought);
    expect(found.map((command) => command.label)).toContainEqual(expect.stringMatching(label));
  });

  it.each(SOUGHT)('without segments finds "%s", or says what is needed', (sought) => {
    opened(null);
    expect(labels(sought).length).toBeGreaterThan(0);
  });

  it('says what is needed while there are no segments, and shows it only where it is looked for', () => {
    opened(null);
    const [rename] = find('rename segment');
    expect(rename).toMatchObject({ label: 'Rename a segment', needs: 'segment first' });
    expect(find('').filter(({ needs }) => needs !== undefined)).toEqual([]);
    for (const sought of ['merge segments', 'ask an ai', 'export lists'])
      expect(find(sought)[0]).toMatchObject({ needs: 'segment first' });
  });

  it('says that a file is needed before one is open', () => {
    expect(find('rename segment')[0]).toMatchObject({ needs: 'open a file first' });
    expect(find('png')[0]).toMatchObject({ needs: 'open a file first' });
    expect(labels('remove everything')).toContain('Remove everything from this device');
    expect(labels('apply recipe')).toContain('Choose a file');
    expect(labels('sample')).toContain('Try the sample shop');
  });

  it('offers each figure where it is there, and else what it needs', () => {
    opened({ ...told, runs: [], silhouettes: null });
    expect(find('silhouettes')[0]).toMatchObject({ needs: 'not for this grouping' });
    expect(find('dendrogram')[0]).toMatchObject({ needs: 'group as a tree first' });
    opened(told);
    expect(find('silhouettes')[0]!.needs).toBeUndefined();
  });

  it('has no other entry for what a step or a disabled entry is called', () => {
    opened(null);
    expect(labels('formula')).toEqual(['Calculate a column']);
    expect(labels('undo')).toEqual([]);
    opened(told);
    expect(labels('undo')).toEqual([]);
  });

  it('has no two entries of one name', () => {
    opened(told);
    const names = now().map(({ group, label }) => `${group} ${label}`);
    expect(names).toEqual([...new Set(names)]);
    expect(names).toContain(`Segments Rename A ${first!.name}`);
  });

  it('has words for every entry of the menus of file and recipe, and for no other', () => {
    opened(told);
    const items = now().filter(({ group }) => group === 'File' || group === 'Recipe');
    const inMenus = new Set(items.map(({ label }) => label));
    expect(Object.keys(itemWords).filter((label) => !inMenus.has(label))).toEqual([]);
    expect(items.filter(({ words }) => !words).map(({ label }) => label)).toEqual([]);
  });
});

/** Where the things that are led to stand. */
const FILES = [
  'segments/SegmentsView',
  'segments/HowGrouped',
  'privacy/Stored',
  'check/Check',
  'features/own/OwnSteps',
];

it('what the palette leads to is there', () => {
  const pages = FILES.map((name) => readFileSync(`src/ui/screens/${name}.svelte`, 'utf8')).join('\n');
  const ids = leads.flatMap(({ at }) => /#([\w-]+)/.exec(at)?.[1] ?? []);
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.filter((id) => !pages.includes(`id="${id}"`))).toEqual([]);
});
