import type { ColumnFacts } from './column-facts';
import type { Examined } from './findings';
import type { Finding } from './understanding';

const MOSTLY = 0.4;
const NAMED = 3;

/** What is the matter with whole columns: always the same, mostly blank, names that had to be changed. One line each. */
export function columnFindings({ report, facts, roles }: Examined): Finding[] {
  const used = new Set(roles.values());
  const constant = facts.filter(({ distinct, missing }) => distinct === 1 && missing === 0);
  const blank = facts.filter(({ missing, rows, name }) => missing > rows * MOSTLY && !used.has(name));
  const renamed = report.renamed.filter(({ from, to }) => from.trim() !== to);
  return [
    about('constant', facts[0] && facts[0].rows > 1 ? constant : []),
    about('mostly-blank', blank),
    {
      code: 'renamed-headers',
      count: renamed.length,
      details: { names: some(renamed.map(({ to }) => to)), first: renamed[0]?.from ?? null },
      rows: null,
    },
  ];
}

const about = (code: string, columns: readonly ColumnFacts[]): Finding => ({
  code,
  count: columns.length,
  details: { names: some(columns.map(({ name }) => name)) },
  rows: null,
});

/** "a, b, c and 4 more". */
function some(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? `${shown} and ${names.length - NAMED} more` : shown;
}
