import type { ColumnChoice } from '../files/column-choice';
import type { ReadReport } from '../files/read-report';
import type { RecipeSource } from './schema';

/** What a recipe says about the columns of its source, for the reading of another file. */
export function columnChoices({ columns }: RecipeSource): Map<string, ColumnChoice> {
  return new Map(
    columns.map(({ name, kind, format, others, marks }) => [
      name,
      { kind, ...(format !== undefined && { format }), ...(others && { others }), ...(marks && { marks }) },
    ]),
  );
}

/** What a recipe keeps of a column's reading beside name, kind and role: how it is written, and what a person said. */
export function keptOf({
  kind,
  format,
  choice,
}: ReadReport['columns'][number]): Pick<RecipeSource['columns'][number], 'format' | 'others' | 'marks'> {
  return {
    ...(format !== null && { format }),
    ...(choice?.others && choice.kind === kind && { others: choice.others }),
    ...(choice?.marks && { marks: choice.marks }),
  };
}
