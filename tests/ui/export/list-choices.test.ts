import { describe, expect, it } from 'vitest';
import { usualLook } from '../../../src/ui/screens/export/lists/file-look';

const csvOf = (delimiter: string, decimal: '.' | ',') => usualLook({ options: { delimiter, decimal } }).csv;

describe('how files are written at first', () => {
  it('is as the file that was read', () => {
    expect(csvOf(';', ',')).toMatchObject({ delimiter: ';', decimal: ',' });
    expect(csvOf('\t', '.')).toMatchObject({ delimiter: '\t', decimal: '.' });
  });

  it('is plain where that file is written as none of ours', () => {
    expect(csvOf('|', ',')).toMatchObject({ delimiter: ',', decimal: '.' });
    expect(csvOf(',', ',')).toMatchObject({ delimiter: ',', decimal: '.' });
    expect(usualLook(null).csv).toMatchObject({ delimiter: ',', decimal: '.' });
  });
});
