import type { ColumnChoice, ColumnReading, Kind, RunnerUp } from '../../../engine/index';
import { fitsLine, KINDS, wayLabel } from '../../text/column-ways';

/** One way a column can be told to be. */
export interface ColumnOption {
  key: string;
  label: string;
  /** How many cells fit; empty where that is not known yet. */
  fits: string;
  /** Null: what is concluded without a word. */
  choice: ColumnChoice | null;
}

const keyOf = (kind: Kind, format: string | null) => `${kind} ${format ?? ''}`;

const said = (kind: Kind, format: string | null): ColumnChoice =>
  kind === 'text' ? { kind } : { kind, ...(format !== null && { format }), others: 'blank' };

/** What the column is now, what it could be besides, and the kinds that were not even near. */
export function columnOptions({ kind, format, why, runnersUp = [], choice }: ColumnReading): ColumnOption[] {
  const now: ColumnOption = {
    key: keyOf(kind, format),
    label: wayLabel({ kind, format }),
    fits: why ? fitsLine({ ...why, sampled: false }) : '',
    choice: choice ?? said(kind, format),
  };
  const option = (one: RunnerUp): ColumnOption => ({
    key: keyOf(one.kind, one.format),
    label: wayLabel(one),
    fits: one.kind === 'text' ? 'as it is written' : fitsLine(one),
    choice: said(one.kind, one.format),
  });
  const known = [now, ...runnersUp.map(option)];
  const kinds = new Set([kind, ...runnersUp.map((one) => one.kind)]);
  const others = KINDS.filter((one) => !kinds.has(one)).map((one): ColumnOption => ({
    key: keyOf(one, null),
    label: wayLabel({ kind: one, format: null }),
    fits: one === 'text' ? 'as it is written' : '',
    choice: said(one, null),
  }));
  const options = [...new Map([...known, ...others].map((one) => [one.key, one])).values()];
  return choice ? [...options, { key: '', label: 'Let Tessera find out', fits: '', choice: null }] : options;
}
