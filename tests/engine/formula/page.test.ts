import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS, functionNames } from '../../../src/engine/formula/functions';
import { FUNCTION_GROUPS } from '../../../src/engine/formula/function';
import { FUNCTION_WORDS } from '../../../src/ui/text/formula-functions';
import { evaluated } from './evaluated';
import { ORDERS } from './orders';

const PAGE = readFileSync(new URL('../../../docs/FORMULA.md', import.meta.url), 'utf8');
const LEARNT = ' *Learnt.*';

interface Line {
  name: string;
  takes: string;
  about: string;
  example: string;
  results: string[];
}
const LINES: Line[] = PAGE.split('\n').flatMap((line) => {
  const found = /^\| `(\w+)\((.*?)\)` \| (.*?) \| `(.*?)` \| (.*) \|$/.exec(line.replaceAll('\\|', '¦'));
  if (!found) return [];
  const [name, takes, about, example, results] = found.slice(1).map((part) => part.replaceAll('¦', '|'));
  return [{ name, takes, about, example, results: results!.split('; ') } as Line];
});

const written = (cell: unknown): string => {
  if (cell === null) return 'blank';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? JSON.stringify(cell) : String(cell);
};

describe('docs/FORMULA.md', () => {
  it('has every function once', () => {
    expect(LINES.map(({ name }) => name)).toEqual(functionNames);
  });

  it('says what the help in the form says, by the same groups', () => {
    const words = Object.entries(FUNCTION_WORDS);
    expect(words.map(([group]) => group)).toEqual(FUNCTION_GROUPS);
    const said = words.flatMap(([group, functions]) =>
      Object.entries(functions).map(([name, { takes, about, example }]) => ({
        group,
        name,
        takes,
        about,
        example,
      })),
    );
    const page = LINES.map(({ name, takes, about, example }) => ({
      group: FUNCTIONS.get(name)!.group,
      name,
      takes,
      about: about.replace(LEARNT, ''),
      example,
    }));
    expect(page).toEqual(said);
  });

  it('says of each function of columns whether it is learnt', () => {
    const learnt = LINES.filter(({ about }) => about.endsWith(LEARNT)).map(({ name }) => name);
    const kept = [...FUNCTIONS.values()].filter(({ way }) => 'summary' in way && way.learnt);
    expect(learnt).toEqual(kept.map(({ name }) => name));
  });

  it.each(LINES)('$example', async ({ example, results }) => {
    const { cells } = await evaluated(example, ORDERS);
    const found = cells.map(written);
    expect(new Set(found).size === 1 ? [found[0]] : found).toEqual(results);
  });

  it.each([
    '2 ^ 3 ^ 2 = 512',
    '-2 ^ 2 = -4',
    '"6"" pipe" = \'6" pipe\'',
    'is_blank("")',
    '1 != 2 and 2 == 2',
    'NOT FALSE',
  ])('holds that %s', async (text) => {
    expect(new Set((await evaluated(text, ORDERS)).cells)).toEqual(new Set([true]));
  });
});
