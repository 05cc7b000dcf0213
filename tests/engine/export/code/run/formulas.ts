import { beforeAll, describe } from 'vitest';
import { formulaCases, PYTHON_ALONE } from '../formula-cases';
import { givenTheSame } from '../given-the-same';
import type { Case } from '../same-cells';

let cases: Map<string, Case>;

describe('code of formulas', () => {
  beforeAll(async () => {
    cases = await formulaCases();
  }, 120_000);

  givenTheSame(() => cases, [PYTHON_ALONE]);
});
