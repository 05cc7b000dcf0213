import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '../../../../src/engine/steps/standardise/countries';
import { COUNTRY_ALIASES } from '../../../../src/engine/steps/standardise/country-aliases';
import { countryCodes, standardCountry } from '../../../../src/engine/steps/standardise/country';
import { COUNTRY_CHOICES } from '../../../../src/ui/text/countries';
import expected from '../../../expectations/standardise/standardise.json';

const lines = COUNTRIES.trim().split('\n');

describe('countries', () => {
  it('are the 249 of ISO 3166-1, as the tz database lists them', () => {
    expect(countryCodes().sort()).toEqual(Object.keys(expected.tz).sort());
    expect(new Set(lines.map((line) => line.split('|')[1])).size).toBe(249);
    expect(COUNTRY_CHOICES.map(({ value }) => value).sort()).toEqual(countryCodes().sort());
  });

  it('are read by the names that the tz database gives them, but for its own short forms', () => {
    const others = Object.entries(expected.tz)
      .map(([code, name]) => [name, code, standardCountry(name, 'alpha-2')] as const)
      .filter(([, code, read]) => read !== code);
    expect(others.map(([name]) => name)).toEqual([
      'Samoa (American)', 'Caribbean NL', 'Congo (Dem. Rep.)', 'Congo (Rep.)', 'Britain (UK)', 'St Martin (French)',
      'St Maarten (Dutch)', 'Eswatini (Swaziland)', 'Turks & Caicos Is', 'French S. Terr.', 'US minor outlying islands',
      'Virgin Islands (UK)', 'Samoa (western)',
    ]); // prettier-ignore
    expect(new Set(others.map(([, , read]) => read))).toEqual(new Set([null]));
  });

  it('have no name that another has too', () => {
    const names = lines.flatMap((line) => {
      const [code, ...all] = line.split('|') as [string, ...string[]];
      return [code, ...all, ...(COUNTRY_ALIASES[code] ?? [])].map((name) => [name, code] as const);
    });
    expect(names.filter(([name, code]) => standardCountry(name, 'alpha-2') !== code)).toEqual([]);
  });

  it.each([
    ['EIRE', 'IE', 'IRL', 'Ireland'],
    ['uk', 'GB', 'GBR', 'United Kingdom'],
    [' great  britain ', 'GB', 'GBR', 'United Kingdom'],
    ['U.S.A.', 'US', 'USA', 'United States'],
    ['deutschland', 'DE', 'DEU', 'Germany'],
    ['Österreich', 'AT', 'AUT', 'Austria'],
    ['ESPAÑA', 'ES', 'ESP', 'Spain'],
    ['The Netherlands', 'NL', 'NLD', 'Netherlands'],
    ['Holland', 'NL', 'NLD', 'Netherlands'],
    ['Korea', 'KR', 'KOR', 'South Korea'],
    ["Korea, Democratic People's Republic of", 'KP', 'PRK', 'North Korea'],
    ["Cote d'Ivoire", 'CI', 'CIV', 'Côte d’Ivoire'],
    ['Trinidad and Tobago', 'TT', 'TTO', 'Trinidad & Tobago'],
    ['Saint Lucia', 'LC', 'LCA', 'St. Lucia'],
    ['日本', 'JP', 'JPN', 'Japan'],
    ['fra', 'FR', 'FRA', 'France'],
  ])('reads %j as %s, %s, %s', (text, two, three, name) => {
    expect([
      standardCountry(text, 'alpha-2'),
      standardCountry(text, 'alpha-3'),
      standardCountry(text, 'name'),
    ]).toEqual([two, three, name]);
  });

  it.each(['Channel Islands', 'European Community', 'Unspecified', 'EU', 'XX', 'Kosovo', '?', 'constructor'])(
    'does not take %j',
    (text) => {
      expect(standardCountry(text, 'alpha-2')).toBeNull();
    },
  );
});
