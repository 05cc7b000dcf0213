/** Text that is markup already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type MarkupValue = string | number | Markup | null | false | undefined | readonly MarkupValue[];

/** Markup with values between it: whatever is not markup itself is written as plain text. */
export const markup = (words: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup =>
  new Markup(words.map((word, i) => word + (i < values.length ? written(values[i]) : '')).join(''));

/** Markup that was made elsewhere, such as a drawing. */
export const raw = (text: string): Markup => new Markup(text);

function written(value: MarkupValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  return Array.isArray(value) ? value.map(written).join('') : escaped(String(value));
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Plain text within markup; control characters, which no markup may hold, are left out. */
export const escaped = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
