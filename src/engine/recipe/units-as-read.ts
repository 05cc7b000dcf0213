import type { ReadReport } from '../files/read-report';
import type { RecipeSource } from './schema';
import { unitOf } from './source-table';

/** The source of a recipe as another file has it: where its cells say what they are counted in, they are believed. */
export const unitsAsRead = (source: RecipeSource, { columns }: Pick<ReadReport, 'columns'>): RecipeSource => {
  const read = new Map(columns.map(({ name, unit }) => [name, unit ?? null]));
  return {
    ...source,
    columns: source.columns.map((column) => {
      const unit = read.get(column.name) ?? null;
      return unit === null || unit === unitOf(column) ? column : { ...column, unit };
    }),
  };
};
