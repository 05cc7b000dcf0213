import { blockOfTexts } from '../../table/build/block-of-texts';
import { TextBuilder } from '../../table/build/text-builder';
import { TextColumn, type Column } from '../../table/columns';
import { cellWriter } from '../cell-writer';

const BLOCK = 4096;
/** Stands in no cell, so that nothing is quoted. */
const NEVER = '\u0000';

/** A column as its cells would be written in a delimited file; whole numbers as their digits. */
export function asText(column: Column): TextColumn {
  if (column instanceof TextColumn) return column;
  const cell = cellWriter(column, { delimiter: NEVER, decimal: '.' });
  const written =
    column.kind === 'number' ? (row: number) => digitsOf(column.values[row]!) ?? cell(row) : cell;
  const builder = new TextBuilder();
  for (let from = 0; from < column.length; from += BLOCK) {
    const rows = Math.min(BLOCK, column.length - from);
    builder.add(blockOfTexts(Array.from({ length: rows }, (_, row) => [written(from + row)])), 0);
  }
  return builder.finish();
}

const digitsOf = (value: number): string | null => (Number.isSafeInteger(value) ? String(value) : null);
