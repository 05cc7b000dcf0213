import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { againCommand, shellWord } from '../../../src/ui/text/shell';

describe('a name as a word of a command line', () => {
  it('is left as it is where nothing in it means anything', () =>
    expect(shellWord('orders.model.json')).toBe('orders.model.json'));

  it('is quoted as Windows understands it too, where that is possible', () =>
    expect(againCommand('Sample - Superstore.model.json')).toBe(
      'npm run -s tessera -- next-month.csv --model "Sample - Superstore.model.json" --out labelled.csv',
    ));

  it('is what a shell hands on', () => {
    const names = [
      'Sample - Superstore.model.json',
      "o'neil (1).json",
      'a"b$HOME`id`\\c!%.json',
      '50%.json',
      'Größe & Co; 2.json',
      '*.json',
      '~.json',
    ];
    const words = names.map(shellWord).join(' ');
    const handed = execFileSync('sh', ['-c', `printf '%s\\n' ${words}`], { encoding: 'utf8' });
    expect(handed.trimEnd().split('\n')).toEqual(names);
    expect(shellWord('-x.json')).toBe('./-x.json');
  });
});
