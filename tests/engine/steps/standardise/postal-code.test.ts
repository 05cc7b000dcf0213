import { describe, expect, it } from 'vitest';
import { standardPostalCode } from '../../../../src/engine/steps/standardise/postal-code';
import { POSTAL_FORMATS } from '../../../../src/engine/steps/standardise/postal-formats';
import { POSTAL_CHOICES } from '../../../../src/ui/text/countries';

/**
 * Postal codes as published: the examples (`zipex`) of libaddressinput, the address data of Google, for each country; of
 * Ireland two more, of which D6W is the routing key without a last digit. Sweden's are there without their blank.
 */
const PUBLISHED: Record<string, string> = {
  AT: '1010,3741',
  AU: '2060,3171,6430,4000,4006,3001',
  BE: '4000,1000',
  CA: 'H3Z 2Y7,V8X 3X4,T0L 1K0,T0H 1A0,K1A 0B1',
  CH: '2544,1211,1556,3030',
  DE: '26133,53225',
  DK: '8660,1566',
  ES: '28039,28300,28070',
  FI: '00550,00011',
  FR: '33380,34092,33506',
  GB: 'EC1Y 8SY,GIR 0AA,M2 5BQ,M34 4AB,CR0 2YR,DN16 9AA,W1A 4ZZ,EC1A 1HQ,OX14 4PG,BS18 8HF,NR25 7HG,RH6 0NP,BH23 6AA,B6 5BA,SO23 9AP,PO1 3AX,BFPO 61',
  IE: 'A65 F4E2,D02 X285,D6W XY00',
  IT: '00144,47037,39049',
  JP: '154-0023,350-1106,951-8073,112-0001,208-0032,231-0012',
  NL: '1234 AB,2490 AA',
  NO: '0025,0107,6631',
  PL: '00-950,05-470,48-300,32-015,00-940',
  PT: '2725-079,1250-096,1201-950,2860-571,1208-148',
  SE: '114 55,123 45,105 00',
  US: '95014,22162-1010',
};

describe('postal codes', () => {
  it.each(Object.entries(PUBLISHED))(
    'of %s are read with and without blanks and hyphens',
    (country, list) => {
      const codes = list.split(',');
      const ways = [
        codes,
        codes.map((code) => code.replace(/[ -]/g, '')),
        codes.map((code) => ` ${code.toLowerCase().replace(/[ -]/g, '  ')} `),
      ];
      for (const written of ways) {
        expect(written.map((code) => standardPostalCode(code, country))).toEqual(codes);
      }
    },
  );

  it('are known of the countries that the form offers', () => {
    expect(Object.keys(POSTAL_FORMATS).sort()).toEqual(Object.keys(PUBLISHED));
    expect(POSTAL_CHOICES.map(({ value }) => value).sort()).toEqual(Object.keys(PUBLISHED));
  });

  it.each([
    ['D-10115', 'DE', '10115'],
    ['DE 10115', 'DE', '10115'],
    ['A-1010', 'AT', '1010'],
    ['NL-1234ab', 'NL', '1234 AB'],
    ['SE-114 55', 'SE', '114 55'],
    ['〒154ー0023'.replace('ー', '-'), 'JP', '154-0023'],
    ['１５４−００２３', 'JP', '154-0023'],
    [' ab-12 ', 'BR', 'AB-12'],
    ['anything', undefined, 'ANYTHING'],
  ])('%j of %s are written %j', (text, country, written) => {
    expect(standardPostalCode(text, country)).toBe(written);
  });

  it.each([
    ['1011', 'DE'],
    ['1010.0', 'DE'],
    ['10115 Berlin', 'DE'],
    ['0123', 'AT'],
    ['1234 SS', 'NL'],
    ['K1D 0B1', 'CA'],
    ['SW1A 1AC', 'GB'],
    ['SW1A', 'GB'],
    ['99999', 'ES'],
    ['2134', 'US'],
    ['A65 F4EO', 'IE'],
  ])('%j is none of %s', (text, country) => {
    expect(standardPostalCode(text, country)).toBeNull();
  });
});
