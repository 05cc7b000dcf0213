import { expect, it } from 'vitest';
import { inSelected } from '../../../src/ui/text/brush';

it('puts a finding behind its words, and leaves names as they are written', () => {
  expect(
    [
      'No two columns go together more than weakly',
      'None of these pairs clearly differs by Plan',
      'Of these pairs Age and Income differ most by Plan: 0.70 for A, 0.10 for B',
      'No month of Ordered has clearly more or fewer blanks',
      'Noise rises clearly with Age',
      'No rises clearly with Age',
    ].map(inSelected),
  ).toEqual([
    'In the selected rows no two columns go together more than weakly',
    'In the selected rows none of these pairs clearly differs by Plan',
    'In the selected rows, of these pairs Age and Income differ most by Plan: 0.70 for A, 0.10 for B',
    'In the selected rows no month of Ordered has clearly more or fewer blanks',
    'In the selected rows Noise rises clearly with Age',
    'In the selected rows No rises clearly with Age',
  ]);
});
