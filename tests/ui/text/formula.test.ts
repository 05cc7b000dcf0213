import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/engine/errors';
import { checkFormula } from '../../../src/engine/formula/check';
import type { Kind } from '../../../src/engine/table/columns';
import { errorText } from '../../../src/ui/text/errors';
import { formulaAhead, formulaFault, formulaSentence, isUnfinished } from '../../../src/ui/text/formula';

const kinds = new Map<string, Kind>([
  ['n', 'number'],
  ['t', 'text'],
  ['d', 'date'],
  ['a]b', 'number'],
]);

function faultOf(text: string): EngineError {
  try {
    checkFormula(text, kinds);
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error(`${text} was taken`);
}

describe('what is wrong with a formula', () => {
  it.each([
    ['[n] *', 'The formula goes on: a column or a value is missing.'],
    [
      'round([n]',
      'The formula goes on: a closing parenthesis, a comma or an operator such as + or = is missing.',
    ],
    ['[n] 2', "Here stands '2', where an operator such as + or = or the end of the formula is expected."],
    ['"a', 'This text has no closing quote.'],
    ['[n', 'This column has no closing bracket.'],
    ['true && true', 'Here it is written as a word.'],
    ['2 ** 3', 'A power is written ^ here.'],
    ['[]', "A column's name is missing."],
    ['sum([n] over [t])', "'over' belongs behind the closing parenthesis."],
    ['sum([n]) over [t], [d]', "Several columns behind 'over' belong in parentheses."],
    ['1,5', 'Decimals stand behind a point.'],
    ['20%', 'There are no per cent here: % is the remainder. Write a share.'],
    ['[a]b]', "A ] in a column's name is written twice: [a]]b]."],
    [
      'iferror([n], 0)',
      "There is no function 'iferror'. A cell that cannot be computed is blank: coalesce([Amount] / [Quantity], 0).",
    ],
    ['Amount', "'Amount' is no word of the language. Columns stand in brackets, text in quotes."],
    ['[x]', "There is no column 'x'."],
    ['foo(1)', "There is no function 'foo'."],
    [
      'now()',
      'There is no clock and no chance here: the answer must be the same tomorrow. Write a date, as date("2024-12-31").',
    ],
    ['round()', 'round() needs a value.'],
    ['round(1, 2, 3)', 'round() takes 2 values at most.'],
    ['row_number(1)', 'row_number() takes no value.'],
    ['case(true)', 'case() needs pairs: a condition or value, and what it gives.'],
    ['min(1, 2)', 'min() looks at one column, down its rows.'],
    ['round([t])', 'round() needs a number here; this is text.'],
    ['[t] = 5', 'This is a number; beside it stands text.'],
    ['[t] = blank', 'Nothing equals a blank. Ask is_blank() instead.'],
    ['date([t])', 'date() needs this written out, not a column.'],
    ['to_date([t], "ddmmyy")', 'This must be one of "ymd", "dmy" and "mdy".'],
    ['date("2011-02-30")', "'2011-02-30' is no date. Write it as 2011-12-09."],
    ['matches([t], "(?=a)")', 'This is no usable pattern: it looks around, which is not possible here.'],
    ['percentile([n], 2)', 'This must be a number from 0 to 1.'],
    ['round([n]) over [t]', 'round() looks at one row, so groups mean nothing to it.'],
    ['mean([n]) order by [d]', 'mean() gives the same in any order.'],
    ['('.repeat(80), 'Too much stands in one another here. Make two columns of it.'],
  ])('%s', (text, sentence) => {
    const error = faultOf(text);
    expect(formulaFault(error.details)).toBe(sentence);
    expect(errorText({ code: error.code, details: error.details } as never).sentence).toBe(sentence);
  });

  it('is none yet where only the end is missing', () => {
    expect(['[n] *', '"a', '[n', '[n] 2', 'foo'].map((text) => isUnfinished(faultOf(text).details))).toEqual([true, true, true, false, false]); // prettier-ignore
  });

  it('says the step in a line, and which cells would be blank', () => {
    expect(formulaSentence({ as: 'sum', formula: ' [a]\n + [b] ' })).toBe('Calculate sum = [a] + [b]');
    const counts = { filled: 5, divided: 1, outside: 0, unread: 2 };
    expect(formulaAhead({ op: 'formula', counts })).toEqual([
      '1 cell is blank: divided by 0.',
      '2 cells are blank: a text could not be read.',
    ]);
  });
});
