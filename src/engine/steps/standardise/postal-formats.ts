interface PostalFormat {
  /** The code without blanks and hyphens, its parts in groups. */
  code: RegExp;
  /** What stands between the parts. */
  between?: string;
  /** Letters before the code that say the country. */
  sign?: string;
}

/**
 * Forms of postal codes by alpha-2. Sources: Universal Postal Union, addressing systems by country; Royal Mail (GB),
 * Canada Post (letters not used), Eircode (letters of a unique identifier).
 */
export const POSTAL_FORMATS: Readonly<Record<string, PostalFormat | undefined>> = {
  AT: { code: /^([1-9]\d{3})$/, sign: 'AT?|AUT' },
  AU: { code: /^(\d{4})$/, sign: 'AUS?' },
  BE: { code: /^([1-9]\d{3})$/, sign: 'BE?|BEL' },
  CA: { code: /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(\d[ABCEGHJ-NPRSTV-Z]\d)$/, between: ' ' },
  CH: { code: /^([1-9]\d{3})$/, sign: 'CHE?' },
  DE: { code: /^(\d{5})$/, sign: 'DE?|DEU' },
  DK: { code: /^(\d{4})$/, sign: 'DK|DNK' },
  ES: { code: /^((?:0[1-9]|[1-4]\d|5[0-2])\d{3})$/, sign: 'ES?|ESP' },
  FI: { code: /^(\d{5})$/, sign: 'FI|FIN|AX' },
  FR: { code: /^(\d{5})$/, sign: 'FR?|FRA' },
  GB: { code: /^([A-Z]{1,2}\d[A-Z\d]?|GIR(?=0AA)|BFPO(?=\d{1,4}$))(\d[ABD-HJLNP-UW-Z]{2}|(?<=BFPO)\d{1,4})$/, between: ' ' },
  IE: { code: /^([AC-FHKNPRTV-Y]\d{2}|D6W)([\dAC-FHKNPRTV-Y]{4})$/, between: ' ' },
  IT: { code: /^(\d{5})$/, sign: 'IT?|ITA' },
  JP: { code: /^(\d{3})(\d{4})$/, between: '-', sign: 'JPN?' },
  NL: { code: /^([1-9]\d{3})((?!SA|SD|SS)[A-Z]{2})$/, between: ' ', sign: 'NL|NLD' },
  NO: { code: /^(\d{4})$/, sign: 'NO?|NOR' },
  PL: { code: /^(\d{2})(\d{3})$/, between: '-', sign: 'PL|POL' },
  PT: { code: /^(\d{4})(\d{3})$/, between: '-', sign: 'PT?|PRT' },
  SE: { code: /^([1-9]\d{2})(\d{2})$/, between: ' ', sign: 'SE?|SWE' },
  US: { code: /^(\d{5})(\d{4})?$/, between: '-', sign: 'USA?' },
}; // prettier-ignore
