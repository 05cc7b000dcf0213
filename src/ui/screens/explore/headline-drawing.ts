import type { Headline, HeadlineSplit } from '../../../engine/index';
import { acrossPeriods } from '../../charts/split-panels';
import { periodValue } from '../../text/explore';
import { shareInFull } from '../../text/format';
import { headlineGroupsLine, headlineGroupsNote, headlineGroupsTitle } from '../../text/headline-groups';
import { periodName, periodTick } from '../../text/periods';
import { groupName, named, type GroupedBy } from '../../text/split';
import type { SplitDrawing } from './split-drawing';

const sum = (totals: readonly number[]): number => totals.reduce((all, one) => all + one, 0);

/** The headline as a line for each group: how its own total falls on the periods. */
export function headlineDrawing(headline: Headline, split: HeadlineSplit, by: GroupedBy): SplitDrawing {
  const { starts, unit, totals } = headline;
  const all = sum(totals);
  const names = starts.map((start) => periodName(start, unit, starts));
  const groups = split.groups.map(({ level, totals: own }) => ({
    name: groupName(named(by, level)),
    own,
    total: sum(own),
  }));
  const write = (value: number) => periodValue(headline, value);
  return {
    title: headlineGroupsTitle(split, headline, by),
    line: headlineGroupsLine(headline),
    note: headlineGroupsNote(split, by),
    panels: groups.map(({ name, own, total }) => ({
      name,
      side: write(total),
      bars: own.map((value, i) => ({
        share: value / total,
        whole: totals[i]! / all,
        words: `${name}, ${names[i]!}: ${write(value)}, ${shareInFull(value / total)} of it; ${shareInFull(totals[i]! / all)} in all rows`,
      })),
    })),
    across: acrossPeriods(starts.map((start, i) => periodTick(start, unit, starts, i))),
    lined: true,
    table: {
      columns: [
        { label: unit, numeric: false },
        ...groups.map(({ name }) => ({ label: name, numeric: true })),
      ],
      rows: names.map((name, i) => [name, ...groups.map(({ own }) => own[i]!)]),
      shown: names.map((name, i) => [name, ...groups.map(({ own }) => write(own[i]!))]),
    },
  };
}
