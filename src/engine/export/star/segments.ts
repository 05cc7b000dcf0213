import type { Segmentation } from '../../insight/segmentation';
import { makeTable } from '../../table/table';
import { numbers, texts } from '../columns-of';
import type { MadeColumns } from '../made-columns';
import { segmentFacts } from '../segment-facts';
import type { StarTable } from './star-table';

/**
 * A row for each segment. Shares are of all customers, 0 to 1; what nothing says is not a column, except the action,
 * which is blank then.
 * @param proposed by number of the segment, where nobody wrote what is to be done with it
 */
export function segmentsOfStar({ segments }: Segmentation, proposed: ReadonlyMap<number, string>): StarTable {
  const facts = segmentFacts(segments).filter(([name]) => name !== 'action');
  const actions = segments.map(({ id, action }) => action ?? proposed.get(id) ?? null);
  return {
    name: 'segments',
    table: makeTable([...facts, ['action', texts(actions)]]),
    about: new Map([
      ['segment_id', '1 is the most valuable'],
      ['action', 'what to do: what was written, else what is usual for such a segment'],
    ]),
    pointsTo: new Map(),
  };
}

/**
 * A row for each segment and feature: what is typical there and of all customers, in the feature's unit.
 * @param made what steps made of orders, which the features do not know
 */
export function profilesOfStar(
  { segments, features }: Segmentation,
  made: MadeColumns = new Map(),
): StarTable {
  const cells = segments.flatMap((segment) => features.map((feature) => ({ segment, feature })));
  const table = makeTable([
    ['segment_id', numbers(cells.map(({ segment }) => segment.id))],
    ['feature', texts(cells.map(({ feature }) => feature.column))],
    ['label', texts(cells.map(({ feature }) => feature.label))],
    ['unit', texts(cells.map(({ feature }) => feature.unit ?? made.get(feature.column)?.unit ?? null))],
    ['mean', numbers(cells.map(({ segment, feature }) => segment.means[feature.column] ?? null))],
    ['median', numbers(cells.map(({ segment, feature }) => segment.medians[feature.column] ?? null))],
    ['mean_of_all', numbers(cells.map(({ feature }) => feature.mean))],
    ['median_of_all', numbers(cells.map(({ feature }) => feature.median))],
    ['ratio_to_all', numbers(cells.map(({ segment, feature }) => segment.index[feature.column] ?? null))],
    ['deviations', numbers(cells.map(({ segment, feature }) => segment.deviations[feature.column] ?? null))],
  ]); // prettier-ignore
  return {
    name: 'profiles',
    table,
    about: new Map([
      ['ratio_to_all', 'mean divided by the mean of all'],
      ['deviations', 'mean less the mean of all, in standard deviations of all'],
    ]),
    pointsTo: new Map([['segment_id', 'segments.segment_id']]),
  };
}
