import { describe, expect, it } from 'vitest';
import { sniff } from '../../../src/engine/files/sniff';
import * as write from '../../../src/ui/text/read-evidence';

const found = (text: string | Uint8Array) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const { evidence, options } = sniff(bytes, bytes.length);
  return [evidence, options] as const;
};
const SHOP = 'name;town;spend\nAnn;York;1,5\nBob;"Ely, Kent";2,5\n';

describe('read evidence', () => {
  it('says what the separator gives, and what the next one would', () => {
    expect(write.delimiterEvidence(...found(SHOP))).toBe(
      'Gives 3 cells in 100\u00a0% of the rows. Comma would give 3.',
    );
    expect(write.delimiterEvidence(...found('a|b\n1|2\n'))).toBe(
      'Gives 2 cells in 100\u00a0% of the rows. No other splits the rows.',
    );
    expect(write.delimiterEvidence(...found('n\n1\n2\n'))).toBe('No separator was found: one column.');
  });

  it('says why the characters are read so', () => {
    expect(write.encodingEvidence(...found(SHOP))).toMatch(/^There are no accents/);
    expect(write.encodingEvidence(...found('a,b\né,1\n'))).toMatch(/^Every letter/);
    const western = Uint8Array.from([...'a,b\nJos_,1\n'].map((c) => (c === '_' ? 0xe9 : c.charCodeAt(0))));
    expect(write.encodingEvidence(...found(western))).toMatch(/^Reads “José,1”\./);
  });

  it('counts decimals, quotes and names', () => {
    const [evidence] = found(SHOP);
    expect(write.decimalEvidence(evidence)).toBe('0 cells with a point, 2 with a comma.');
    expect(write.quoteEvidence(evidence)).toBe('1 cell stands between ".');
    expect(write.headerEvidence(evidence)).toBe('3 of 3 cells of the first row could be names.');
  });

  it('shows the first line that is passed over', () => {
    expect(write.linesEvidence([])).toBe('');
    expect(write.linesEvidence(['', 'Report', 'of May'])).toBe('“Report” and 2 lines more.');
  });

  it('counts cells behind a blank', () => {
    expect(write.trimEvidence(found('a, b, c\n1, 2, 3\n4, 5, 6\n')[0])).toBe(
      '6 of 6 cells of the beginning begin with a blank.',
    );
    expect(write.trimEvidence(found(SHOP)[0])).toBe('No cell of the beginning begins with a blank.');
  });

  it('says which rows are mended, and what is not plain', () => {
    const row = (at: number) =>
      `C-${100 + at},2025-01-${10 + at},Upper Slaughter,${at}.50,"Bought, and liked, by ${at}"`;
    const rows = Array.from({ length: 20 }, (_, at) => row(at));
    const header = 'customer,date,town,amount,note';
    const broken = 'C-200,2025-02-01Upper Slaughter,9.50,"Bought, and liked, by 9"';
    expect(write.mendEvidence(found([header, ...rows, broken].join('\n'))[0])).toBe(
      '1 row of the beginning is cut anew, first “C-200,2025-02-01Upper Slaughter,9.50,"Bought, and liked, by …”.',
    );
    expect(write.mendEvidence(found([header, ...rows].join('\n'))[0])).toMatch(/^Every row of the beginning/);
    expect(write.mendEvidence(found('a,b,c\n1,2,3\n1,2\n1,2,3\n')[0])).toMatch(/^25.% of the rows/);
  });

  it('counts what stands for a blank', () => {
    expect(write.missingEvidence([])).toMatch(/^Blank are empty cells; no cell says so/);
    expect(
      write.missingEvidence([
        { mark: 'NA', count: 1200 },
        { mark: '?', count: 3 },
      ]),
    ).toBe(
      "Blank are empty cells, 'NA' in 1,200 cells and '?' in 3. A column can be told to keep them as words.",
    );
  });
});
