const SAFE = Number.MAX_SAFE_INTEGER;

/** A text as Python reads it back: ASCII only, whatever is in it; halves of characters too. */
export function pythonText(value: string): string {
  let out = '"';
  for (const letter of value) {
    const code = letter.codePointAt(0)!;
    if (letter === '"' || letter === '\\') out += `\\${letter}`;
    else if (letter === '\n') out += '\\n';
    else if (code >= 0x20 && code < 0x7f) out += letter;
    else if (code > 0xffff) out += `\\U${code.toString(16).padStart(8, '0')}`;
    else if (isLetter(letter)) out += letter;
    else out += `\\u${code.toString(16).padStart(4, '0')}`;
  }
  return `${out}"`;
}

/** Letters and digits of any script are written as they are. */
const isLetter = (letter: string): boolean => /^[\p{L}\p{N}]$/u.test(letter);

/** The shortest digits that are read back as the same number. */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'np.nan';
  if (!Number.isFinite(value)) return value > 0 ? 'np.inf' : '-np.inf';
  const text = String(value + 0);
  return Number.isInteger(value) && Math.abs(value) <= SAFE ? text : withPoint(text);
}

const withPoint = (text: string): string => (/[.e]/.test(text) ? text : `${text}.0`);

/** Plain JSON as Python writes it, on several lines where it is long. */
export function pythonValue(value: unknown, indent = ''): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return pythonText(value);
  const inner = `${indent}    `;
  const parts = Array.isArray(value)
    ? value.map((one) => pythonValue(one, inner))
    : Object.entries(value).map(([key, one]) => `${pythonText(key)}: ${pythonValue(one, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const flat = `${open}${parts.join(', ')}${close}`;
  if (flat.length + indent.length <= 96 && !flat.includes('\n')) return flat;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}

/** A list of texts. */
export const pythonTexts = (values: readonly string[]): string => `[${values.map(pythonText).join(', ')}]`;
