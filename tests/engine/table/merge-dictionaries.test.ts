import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendColumns } from '../../../src/engine/table/append-columns';
import { BooleanColumn, DateColumn, NumberColumn } from '../../../src/engine/table/columns';
import { Dictionary } from '../../../src/engine/table/dictionary';
import { mergeDictionaries } from '../../../src/engine/table/merge-dictionaries';
import { columnFrom, textColumn } from '../../support/tables';

const texts = ({ dictionary }: { dictionary: Dictionary }) =>
  Array.from({ length: dictionary.size }, (_, code) => dictionary.text(code));

describe('mergeDictionaries', () => {
  it('holds each string once, in order of first appearance, and says every new code', () => {
    const merged = mergeDictionaries([
      Dictionary.of(['a', 'é', '']),
      Dictionary.of(['é', 'b']),
      Dictionary.of([]),
    ]);
    expect(texts(merged)).toEqual(['a', 'é', '', 'b']);
    expect(merged.codes.map((codes) => [...codes])).toEqual([[0, 1, 2], [1, 3], []]);
  });

  it('is a set union for any strings, whatever their bytes', () => {
    const strings = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(strings, { maxLength: 4 }), (lists) => {
        const merged = mergeDictionaries(lists.map((list) => Dictionary.of(list)));
        const there = texts(merged);
        expect(there).toEqual([...new Set(lists.flat())]);
        lists.forEach((list, i) => {
          expect([...merged.codes[i]!].map((code) => there[code])).toEqual(list);
        });
      }),
    );
  });
});

describe('appendColumns', () => {
  it('puts texts end to end with one dictionary, blanks where a part has no column', () => {
    const parts = [
      { column: textColumn(['x', null]), rows: 2 },
      { column: null, rows: 1 },
      { column: textColumn(['y', 'x']), rows: 2 },
    ];
    expect([...appendColumns('text', parts)]).toEqual(['x', null, null, 'y', 'x']);
  });

  it('puts numbers and dates end to end, with times where any part has them', () => {
    const numbers = [
      { column: columnFrom([1, null]), rows: 2 },
      { column: null, rows: 1 },
    ];
    expect(appendColumns('number', numbers)).toEqual(new NumberColumn(Float64Array.of(1, NaN, NaN)));
    const dates = [
      { column: new DateColumn(Float64Array.of(0), false), rows: 1 },
      { column: new DateColumn(Float64Array.of(1000), true), rows: 1 },
    ];
    expect(appendColumns('date', dates)).toEqual(new DateColumn(Float64Array.of(0, 1000), true));
  });

  it('spells yes and no as the first part that has them', () => {
    const parts = [
      { column: columnFrom([null]), rows: 1 },
      { column: new BooleanColumn(Uint8Array.of(1, 2), ['nein', 'ja']), rows: 2 },
      { column: new BooleanColumn(Uint8Array.of(0), ['no', 'yes']), rows: 1 },
    ];
    expect(appendColumns('boolean', parts)).toEqual(
      new BooleanColumn(Uint8Array.of(2, 1, 2, 0), ['nein', 'ja']),
    );
  });
});
