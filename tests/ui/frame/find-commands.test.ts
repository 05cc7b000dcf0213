import { describe, expect, it } from 'vitest';
import { findCommands, type Command } from '../../../src/ui/frame/palette/find-commands';

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

  it('that cannot be done now are not found', () => {
    expect(found('undo')).toEqual([]);
  });
});
