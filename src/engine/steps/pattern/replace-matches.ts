import type { Pattern } from './pattern';
import type { Slots } from './pattern-machine';

const PART = /\$(?:(\$)|(&)|<([^>]*)>|(\d\d?))/g;

/** What is put in place of a match. */
type Filled = (text: string, slots: Slots) => string;

/**
 * What `with` says, as `String.prototype.replace` reads it: `$1` … `$99` and `$<name>` are what a group found (nothing,
 * where it took no part), `$&` the match, `$$` a dollar sign.
 */
export function templateOf(written: string, { groups, names }: Pick<Pattern, 'groups' | 'names'>): Filled {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const found of written.matchAll(PART)) {
    const [all, dollar, whole, name, digits] = found;
    let end = found.index + all.length;
    let part: string | number | null = null;
    if (dollar) part = '$';
    else if (whole) part = 0;
    else if (name !== undefined) part = names.size === 0 ? null : (names.get(name) ?? '');
    else if (digits !== undefined) {
      const both = Number(digits);
      const first = Number(digits[0]);
      if (both >= 1 && both <= groups) part = both;
      else if (digits.length === 2 && first >= 1 && first <= groups) {
        part = first;
        end--;
      }
    }
    if (part === null) continue;
    parts.push(written.slice(from, found.index), part);
    from = end;
  }
  parts.push(written.slice(from));
  return (text, slots) =>
    parts.map((part) => (typeof part === 'string' ? part : groupIn(text, slots, part))).join('');
}

/** What group `index` found, nothing where it took no part; group 0 is the match. */
export const groupIn = (text: string, slots: Slots, index: number): string =>
  text.slice(Math.max(0, slots[2 * index]!), Math.max(0, slots[2 * index + 1]!));

/** The text with every match replaced. */
export function replaceMatches(text: string, pattern: Pattern, filled: Filled): string {
  let made = '';
  let done = 0;
  for (let at = 0; at <= text.length;) {
    const slots = pattern.exec(text, at);
    if (!slots) break;
    const [start, end] = [slots[0]!, slots[1]!];
    made += text.slice(done, start) + filled(text, slots);
    done = end;
    at = end > start ? end : end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
  }
  return made + text.slice(done);
}
