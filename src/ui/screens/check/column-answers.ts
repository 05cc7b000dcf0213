import type { ColumnChoice, Finding } from '../../../engine/index';
import { workspace } from '../../state/workspace.svelte';
import { dayQuestion, swappedFormat } from '../../text/column-ways';

interface Answer {
  label: string;
  action: () => void;
}

/** What can be said of a column, or of lines, where a finding asks: which number is the day, whether a mark is a blank, what is counted. */
export function columnAnswers({ code, details }: Finding): Answer[] {
  const { column, format, day } = details;
  if (code === 'repeated-names') {
    const dropRepeats = details.leftOut !== 1;
    const action = () => void workspace.reread({ ...workspace.said, dropRepeats });
    return [{ label: dropRepeats ? 'Leave them out' : 'Keep them', action }];
  }
  if (typeof column !== 'string') return [];
  const answer = (label: string, choice: ColumnChoice): Answer => ({
    label,
    action: () => void workspace.choices.setColumn(column, choice),
  });
  const date = (pattern: string): ColumnChoice => ({ kind: 'date', format: pattern, others: 'blank' });
  if (code === 'mark-as-word') return [answer('Count as blank', { kind: 'text', marks: 'blank' })];
  if (typeof format !== 'string') return [];
  if (code === 'number-as-date') return [answer('Read as dates', date(format))];
  if (code !== 'ambiguous-date' || typeof day !== 'number') return [];
  const { dayFirst, monthFirst } = dayQuestion(format, day);
  const swapped = swappedFormat(format);
  const [first, second] = format.startsWith('DD') ? [format, swapped] : [swapped, format];
  return [answer(dayFirst, date(first)), answer(monthFirst, date(second))];
}
