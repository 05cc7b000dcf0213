/** What the HTML standard calls a valid e-mail address, with letters of all scripts, and with a point in the domain. */
const ADDRESS =
  /^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])$/u;
const IN_BRACKETS = /<([^<>]*)>$/;

/**
 * An e-mail address in small letters, without `mailto:`, angle brackets and the name before them; null where it is none.
 * Source: HTML Living Standard, 4.10.5.1.5.
 */
export function standardEMail(text: string): string | null {
  const trimmed = text.trim();
  const bare = (IN_BRACKETS.exec(trimmed)?.[1] ?? trimmed).trim().toLowerCase();
  const address = bare.startsWith('mailto:') ? bare.slice('mailto:'.length).replace(/\?.*$/, '') : bare;
  return ADDRESS.test(address) ? address : null;
}
