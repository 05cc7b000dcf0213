import type { RecipeSource } from '../../../recipe/schema';
import type { Code, Unsaid } from '../code-of';
import { firstLines } from '../first-lines';
import { plainLine } from '../plain-line';
import { readingOf } from './reading';
import type { PythonScript } from './script';

/** The whole script, and what is to be said of how it reads. */
export function pythonProgram(
  python: PythonScript,
  sources: readonly RecipeSource[],
  { unsaid, segments }: Pick<Code, 'unsaid' | 'segments'>,
): { text: string; unsaid: Unsaid[] } {
  const [source] = sources as [RecipeSource];
  const { others } = python;
  const readings = [
    readingOf(python, source),
    ...others.map((at) => readingOf(python, sources[at]!, `read_${at}`)),
  ];
  const read = readings.flatMap(({ unsaid: of }) => of);
  const head = [
    ...firstLines(source.name, segments, { learntIn: 'LEARNT', it: 'the script' }),
    `It needs pandas and scikit-learn. Usage: python3 SCRIPT.py ${filesOf(others)}`,
    ...others.map((at) => `${otherFile(at)} is ${sources[at]!.name}.`),
    ...[...read, ...unsaid].map(
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
    ...readings.map(({ text }) => text),
    ...functions,
    mainOf(others),
  ];
  const [first, imports, ...rest] = parts;
  return { text: `${first}\n\n${imports}\n\n${rest.join('\n\n\n')}\n`, unsaid: read };
}

const IMPORTS = ['import re', 'import sys', '', 'import numpy as np', 'import pandas as pd'];
const OPTIONS = [
  '# Steps add columns to tables that lost rows before.',
  'pd.options.mode.chained_assignment = None',
];

const otherFile = (at: number): string => `OTHER_${at}.csv`;
const filesOf = (others: readonly number[]): string =>
  ['FILE.csv', ...others.map(otherFile), 'LABELLED.csv'].join(' ');

function mainOf(others: readonly number[]): string {
  const given = ['source', ...others.map((at) => `other_${at}`), 'target'];
  const read = ['read(source)', ...others.map((at) => `read_${at}(other_${at})`)];
  return `# Numbers without a fraction are written without one.
def written(column):
    whole = pd.api.types.is_float_dtype(column) and (column.dropna() % 1 == 0).all() and (column.abs().max() < 2**53)
    return column.astype("Int64") if whole else column


def main(${given.join(', ')}):
    label(${read.join(', ')}).apply(written).to_csv(target, index=False, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != ${given.length + 1}:
        sys.exit(f"usage: {sys.argv[0]} ${filesOf(others)}")
    main(*sys.argv[1:])`;
}
