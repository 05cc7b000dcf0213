import type { MatrixByGroup } from '../../../engine/index';
import type { MatrixPanel, MatrixPanelWords } from '../../charts/pair-matrix-groups';
import { counted } from '../../text/format';
import { coefficient, squareWords } from '../../text/pairs';
import { groupName, named, type GroupedBy } from '../../text/split';

/** The groups with their names and how many rows they have. */
export const matrixPanels = ({ together, matrices }: MatrixByGroup, by: GroupedBy): MatrixPanel[] =>
  together.groups.map(({ level, rows }, at) => ({
    name: groupName(named(by, level)),
    side: counted(rows, 'row'),
    matrix: matrices[at]!,
  }));

export const matrixPanelWords = (panels: readonly MatrixPanel[]): MatrixPanelWords => ({
  value: ({ association: { value } }) => (value === null ? '' : coefficient(value)),
  told: (at, { association }) => `${panels[at]!.name}, ${squareWords(association)}`,
});
