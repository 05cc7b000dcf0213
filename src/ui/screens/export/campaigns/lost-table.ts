import type { DestinationId, Lost, Preflight } from '../../../../engine/index';
import { cellReason, example, rowReason } from '../../../text/campaigns';

/** A line of what is lost: why, of how many customers, and some of them. */
export interface LostRow {
  key: string;
  words: string;
  customers: number;
  examples: string;
}

const such = (examples: readonly Lost[]): string => examples.map(example).join('; ');

/** Customers who are not in the file, by reason. */
export const lostRows = ({ lost, examples }: Preflight, id: DestinationId): LostRow[] =>
  lost.map(({ reason, customers }) => ({
    key: reason,
    words: rowReason(reason, id),
    customers,
    examples: such(examples.filter((one) => one.what === 'row' && one.reason === reason)),
  }));

/** Fields that are blank or short in their row; apostrophes are told apart. */
export const changedRows = ({ cells, examples }: Preflight): LostRow[] =>
  cells
    .filter(({ reason }) => reason !== 'formula')
    .map(({ reason, header, customers }) => ({
      key: `${reason} ${header}`,
      words: cellReason(reason, header),
      customers,
      examples: such(
        examples.filter((one) => one.what === 'cell' && one.reason === reason && one.header === header),
      ),
    }));
