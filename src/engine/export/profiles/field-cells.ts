import { EngineError } from '../../errors';
import { countryCodes } from '../../steps/standardise/country';
import type { Column } from '../../table/columns';
import type { Work } from '../../work';
import { campaignEMail } from './campaign-e-mail';
import { cellTexts } from './cell-texts';
import type { FieldSource, ProfileChoice } from './choice';
import type { Contacts } from './contacts';
import { propertyHeaders } from './property-headers';
import { cutToBytes } from './cut';
import type { Destination, DestinationField } from './destination';
import { partOfName } from './full-name';
import { harmless, wasGuarded } from './harmless';
import {
  countryCells,
  normalCells,
  phoneCells,
  postalCells,
  type Normal,
  type NormalCells,
} from './normalised';

/** A column of the file that is written. */
export interface FieldCells {
  field: DestinationField;
  /** As the destination takes it; '' for a blank; null for a cell that is not valid and stays away. */
  cell: NormalCells;
  /** As it stands in our column. */
  raw: (row: number) => string;
  /** Whether the cell was too long and lost its end; absent where none can be. */
  cut?: (row: number) => boolean;
  /** Whether the cell begins like a formula and got an apostrophe; absent where none can. */
  guarded?: (row: number) => boolean;
  /** The column of one's own whose name another column of the file has, so that it goes under another header. */
  clashed?: string;
}

/** Whether all rows get the default country, though no column names one. */
const takesDefault = ({ fields, properties }: Destination, { country, fields: chosen }: ProfileChoice) => {
  const field = fields.find(({ is }) => is === 'country');
  return !properties && country !== null && field !== undefined && !chosen[field.header] ? field : null;
};

/**
 * The columns of the file in the destination's order, behind them the properties; only those that something fills.
 * @throws EngineError `missing-column`
 */
export async function fieldCells(
  destination: Destination,
  choice: ProfileChoice,
  contacts: Contacts,
  work: Work,
): Promise<FieldCells[]> {
  const columnOf = async (name: string): Promise<Column> => {
    const column = await contacts.column(name, work);
    if (!column) throw new EngineError('missing-column', { column: name });
    return column;
  };
  const whole = takesDefault(destination, choice);
  const byCountry = destination.fields.find(({ is }) => is === 'country');
  const named = byCountry && choice.fields[byCountry.header];
  const country = countryCells(named ? await columnOf(named.column) : null, choice.country);
  const made: FieldCells[] = [];
  for (const field of destination.fields) {
    const source = choice.fields[field.header];
    if (field === whole) made.push({ field, cell: country, raw: () => '' });
    if (!source) continue;
    const column = await columnOf(source.column);
    const guard = choice.guard && !isHashed(field, destination, choice);
    made.push(await fieldOf(field, column, source, { country, destination, guard }));
  }
  const taken = made.map(({ field }) => field.header);
  for (const { column, header, renamed } of propertyHeaders(destination, choice, contacts.columns(), taken)) {
    const field: DestinationField = { header, is: 'text' };
    const how = { country, destination, guard: choice.guard };
    const cells = await fieldOf(field, await columnOf(column), { column }, how);
    made.push(renamed ? { ...cells, clashed: column } : cells);
  }
  return made;
}

/** Whether the cells of a field are hashed. */
export const isHashed = (
  { hashed }: DestinationField,
  { hashing }: Destination,
  { hash }: ProfileChoice,
): boolean => hash && hashing && hashed !== undefined;

interface HowWritten {
  country: NormalCells;
  destination: Destination;
  guard: boolean;
}

async function fieldOf(
  field: DestinationField,
  column: Column,
  source: FieldSource,
  { country, destination, guard }: HowWritten,
): Promise<FieldCells> {
  const raw = cellTexts(column);
  const known = (row: number) => country(row) ?? '';
  const text = (cells: NormalCells): Omit<FieldCells, 'field'> => {
    const made = { raw, ...wholeOrCut(cells, destination) };
    return guard ? { ...made, guarded: (row) => wasGuarded(made.cell(row) ?? '', raw(row)) } : made;
  };
  switch (field.is) {
    case 'email':
      return {
        field,
        raw,
        cell: normalCells(column, (text) => campaignEMail(text, destination.asciiBeforeAt)),
      };
    case 'phone':
      return { field, raw, cell: await phoneCells(column, countryCodes(), known) };
    case 'country':
      return { field, raw, cell: country };
    case 'postal-code':
      return { field, ...text(postalCells(column, known, guard)) };
    default:
      return { field, ...text(normalCells(column, plainText(source, guard))) };
  }
}

const plainText =
  ({ part }: FieldSource, guard: boolean): Normal =>
  (text) => {
    const plain = part ? partOfName(text, part) : text.trim();
    return guard ? harmless(plain) : plain;
  };

/** Cells that end where the destination would cut them. */
function wholeOrCut(cell: NormalCells, { limits }: Destination): Pick<FieldCells, 'cell' | 'cut'> {
  const most = limits[0].cell;
  if (most === undefined) return { cell };
  const short = (row: number) => cutToBytes(cell(row) ?? '', most);
  return { cell: short, cut: (row) => short(row) !== (cell(row) ?? '') };
}
