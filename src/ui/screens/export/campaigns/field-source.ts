import type { ContactColumn, FieldSource, OfferedDestination } from '../../../../engine/index';
import { CAMPAIGNS, partName } from '../../../text/campaigns';

const NONE = '';

/** A choice of the list as one text: which part, and the column. */
export const sourceValue = (source: FieldSource | undefined): string =>
  source ? `${source.part ?? 'all'}:${source.column}` : NONE;

/** The choice that such a text stands for; null: the field is not in the file. */
export function sourceOf(value: string): FieldSource | null {
  if (value === NONE) return null;
  const cut = value.indexOf(':');
  const [part, column] = [value.slice(0, cut), value.slice(cut + 1)];
  return part === 'first' || part === 'last' ? { column, part } : { column };
}

/** What can fill a field: every column, and for names the parts of those that hold texts. */
export function sourceOptions(
  columns: readonly ContactColumn[],
  is: OfferedDestination['fields'][number]['is'],
  chosen: FieldSource | undefined,
): { value: string; label: string }[] {
  const part = is === 'first-name' ? 'first' : is === 'last-name' ? 'last' : null;
  const whole = columns.map(({ name }) => ({ value: sourceValue({ column: name }), label: name }));
  const parts = part ? columns.filter(({ kind }) => kind === 'text') : [];
  const all = [
    { value: NONE, label: CAMPAIGNS.notIn },
    ...whole,
    ...parts.map(({ name }) => ({
      value: sourceValue({ column: name, part: part! }),
      label: partName(name, part!),
    })),
  ];
  const now = sourceValue(chosen);
  return all.some(({ value }) => value === now) ? all : [...all, { value: now, label: chosen!.column }];
}

/** The fields with another choice for one of them, in the order of the destination. */
export function withField(
  fields: Readonly<Record<string, FieldSource>>,
  destination: OfferedDestination,
  header: string,
  source: FieldSource | null,
): Record<string, FieldSource> {
  const of = (one: string) => (one === header ? source : fields[one]);
  return Object.fromEntries(
    destination.fields.flatMap(({ header: one }) => {
      const found = of(one);
      return found ? [[one, found] as const] : [];
    }),
  );
}
