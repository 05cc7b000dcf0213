import { POSTAL_FORMATS } from './postal-formats';

const LOOSE = /[\s\-‐‑–—−〒]+/gu;

/**
 * A postal code of a country with its own blanks and hyphens; null where it does not have the form of one. Letters
 * before it that say the country (`D-10115`) go. Of a country whose form is not known, and without a country, it is
 * trimmed and in capitals. Only the form is checked, not whether the code is in use.
 */
export function standardPostalCode(text: string, country: string | undefined): string | null {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  const format = country === undefined ? undefined : POSTAL_FORMATS[country];
  if (!format) return plain;
  const bare = format.sign ? plain.replace(new RegExp(`^(?:${format.sign})[\\s-]*(?=\\d)`), '') : plain;
  const found = format.code.exec(bare.replace(LOOSE, ''));
  return (
    found &&
    found
      .slice(1)
      .filter(Boolean)
      .join(format.between ?? '')
  );
}
