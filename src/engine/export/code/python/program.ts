import type { RecipeSource } from '../../../recipe/schema';
import type { Code, Unsaid } from '../code-of';
import { firstLines } from '../first-lines';
import { plainLine } from '../plain-line';
import { readingOf } from './reading';
import type { PythonScript } from './script';

/** The whole script, and what is to be said of how it reads. */
export function pythonProgram(
  python: PythonScript,
  source: RecipeSource,
  { unsaid, segments }: Pick<Code, 'unsaid' | 'segments'>,
): { text: string; unsaid: Unsaid[] } {
  const reading = readingOf(python, source);
  const head = [
    ...firstLines(source.name, segments, { learntIn: 'LEARNT', it: 'the script' }),
    'It needs pandas and scikit-learn. Usage: python3 SCRIPT.py FILE.csv LABELLED.csv',
    ...[...reading.unsaid, ...unsaid].map(
      ({ says, reason, weight }) =>
        `${weight === 'missing' ? 'NOT IN THIS CODE' : 'Mind'}: ${says}. ${reason}`,
    ),
  ];
  const functions = python.functions;
  const parts = [
    head.map((line) => `# ${plainLine(line)}`).join('\n'),
    [...IMPORTS, ...python.importLines, '', ...OPTIONS].join('\n'),
    `# What the steps learnt, by step.\n${python.learntLines}`,
    ...python.helperTexts,
    reading.text,
    ...functions,
    MAIN,
  ];
  const [first, imports, ...rest] = parts;
  return { text: `${first}\n\n${imports}\n\n${rest.join('\n\n\n')}\n`, unsaid: reading.unsaid };
}

const IMPORTS = ['import re', 'import sys', '', 'import numpy as np', 'import pandas as pd'];
const OPTIONS = [
  '# Steps add columns to tables that lost rows before.',
  'pd.options.mode.chained_assignment = None',
];

const MAIN = `# Numbers without a fraction are written without one.
def written(column):
    whole = pd.api.types.is_float_dtype(column) and (column.dropna() % 1 == 0).all() and (column.abs().max() < 2**53)
    return column.astype("Int64") if whole else column


def main(source, target):
    label(read(source)).apply(written).to_csv(target, index=False, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} FILE.csv LABELLED.csv")
    main(*sys.argv[1:])`;
