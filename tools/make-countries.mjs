// Writes src/engine/steps/standardise/countries.ts: node tools/make-countries.mjs FILE, where FILE is iso_3166-1.json of
// Debian's iso-codes. Names are CLDR's, from the Intl of Node; codes and further names are those of the file.
import { readFileSync, writeFileSync } from 'node:fs';

const entries = JSON.parse(readFileSync(process.argv[2], 'utf8'))['3166-1'];
const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const short = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none', style: 'short' });

/** The country's name in the language most spoken there; nothing where CLDR does not know it. */
function ownName(code) {
  const { language } = new Intl.Locale(`und-${code}`).maximize();
  if (Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return undefined;
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code);
}

function lineOf({ alpha_2: two, alpha_3: three, name, common_name: common, official_name: official }) {
  const full = english.of(two);
  if (full === undefined) throw new Error(`CLDR does not know ${two}`);
  const plain = / SAR |\(| Territories/.test(full) ? short.of(two) : full;
  const others = [full, short.of(two), name, common, official, ownName(two)];
  const seen = new Set([plain.toLowerCase()]);
  const further = others.filter((one) => one && !seen.has(one.toLowerCase()) && seen.add(one.toLowerCase()));
  return [two, three, plain, ...further].join('|');
}

const lines = entries.map(lineOf).sort();
if (lines.length !== 249 || lines.some((line) => /[`\\]|\$\{/.test(line)))
  throw new Error('Not 249 plain lines');

writeFileSync(
  new URL('../src/engine/steps/standardise/countries.ts', import.meta.url),
  `/**
 * ISO 3166-1, a country a line: alpha-2, alpha-3, short English name (CLDR), further names (ISO's own, official, in the
 * country's main language). Written by tools/make-countries.mjs.
 */
export const COUNTRIES = \`
${lines.join('\n')}
\`;
`,
);
