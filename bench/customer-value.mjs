// BG/NBD fitted in a tab to 100,000 customers whose times are all different, so that none can be counted together, and forecast.
import { fileURLToPath } from 'node:url';
import { asked, groupingPage } from './grouping-page.mjs';
import { median, seconds, table } from './tables.mjs';

const CUSTOMERS = 100_000;

export async function customerValue(runs) {
  const page = await groupingPage();
  const ours = [];
  try {
    // The worker draws its customers itself; the page wants a file all the same.
    const any = fileURLToPath(import.meta.url);
    for (let run = 0; run < runs; run++)
      ours.push(await asked(page.url, any, 'value', { customers: CUSTOMERS }));
  } finally {
    await page.close();
  }
  const rows = [
    ['BG/NBD, most likely parameters and their errors', seconds(median(ours.map(({ fit }) => fit)))],
    ['Gamma-Gamma', seconds(median(ours.map(({ spend }) => spend)))],
    ['orders to be expected in a year', seconds(median(ours.map(({ ahead }) => ahead)))],
  ];
  const [{ distinct, found }] = ours;
  const said = Object.entries(found).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  const notes = `${distinct.toLocaleString('en')} different histories; drawn with r 0.5, alpha 20, a 1, b 2.5, p 2, q 3, v 50; found ${said.join(', ')}`;
  return { ours, text: `${table(['seconds', 'Tessera'], rows)}\n\n${notes}` };
}
