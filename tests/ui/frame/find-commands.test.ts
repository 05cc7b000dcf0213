import { describe, expect, it } from 'vitest';
import { findCommands, type Command } from '../../../src/ui/frame/palette/find-commands';
import { SHELVES } from '../../../src/ui/screens/export/shelves';

const command = (label: string, more: Partial<Command> = {}): Command => ({
  group: 'Go to',
  label,
  action: () => undefined,
  ...more,
});
const all = [
  command('Data'),
  command('Export: Lists', { words: 'download save' }),
  command('Take parts of a date', { group: 'Add a step', words: 'weekday month' }),
  command('Undo', { disabled: true }),
  command('Straße'),
  command('Crème'),
];
const found = (sought: string) => findCommands(all, sought).map(({ label }) => label);

describe('commands', () => {
  it('are all there, in their order, while nothing is sought, but for those that cannot be done', () => {
    expect(found('')).toEqual(['Data', 'Export: Lists', 'Take parts of a date', 'Straße', 'Crème']);
  });

  it('come best first: the start of the label, of a word of it, then other words', () => {
    expect(found('da')).toEqual(['Data', 'Take parts of a date', 'Export: Lists'].slice(0, 2));
    expect(found('down')).toEqual(['Export: Lists']);
    expect(found('lists')).toEqual(['Export: Lists']);
  });

  it('fit every word, in any order, without accents and capitals', () => {
    expect(found('date PARTS')).toEqual(['Take parts of a date']);
    expect(found('parts month')).toEqual(['Take parts of a date']);
    expect(found('creme')).toEqual(['Crème']);
    expect(found('parts nothing')).toEqual([]);
  });

  it('forgive one slip in a word of five letters or more, where nothing else fits', () => {
    for (const slip of ['exprot', 'exort', 'exxport', 'expart', 'lits export', 'wekday'])
      expect([slip, found(slip).length]).toEqual([slip, slip === 'lits export' ? 0 : 1]);
    expect(found('liss')).toEqual([]);
    expect(found('patrs')).toEqual(['Take parts of a date']);
    expect(found('xxpxrt')).toEqual([]);
  });

  it('are not found within other words', () => {
    const some = [
      command('Ask an AI', { words: 'openai' }),
      command('Choose a file', { words: 'open' }),
      command('Open another file'),
    ];
    expect(findCommands(some, 'open').map(({ label }) => label)).toEqual([
      'Open another file',
      'Choose a file',
      'Ask an AI',
    ]);
  });

  it.each([
    ['excel', 'lists'],
    ['csv', 'lists'],
    ['mailchimp', 'campaigns'],
    ['klaviyo', 'campaigns'],
    ['unsubscribe', 'campaigns'],
    ['pdf', 'report'],
    ['sql', 'code'],
    ['python', 'code'],
  ])('of a shelf are found by %s', (word, id) => {
    const shelves = SHELVES.map(({ id: label, words }) => command(label, { words }));
    expect(findCommands(shelves, word).map(({ label }) => label)).toEqual([id]);
  });

  it('that cannot be done now are not found', () => {
    expect(found('undo')).toEqual([]);
  });
});
