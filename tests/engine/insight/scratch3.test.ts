import { it } from 'vitest';
import { read } from '../../support/files';
import { understand } from '../../../src/engine/insight/understand';
import { unwatched } from '../../../src/engine/work';
const show = async (name: string, text: string) => {
  const r = await read(text);
  const u = await understand(r, {}, unwatched);
  console.log(name, r.report.columns.map((c) => `${c.name}:${c.kind}${c.stoppers ? '!' + JSON.stringify(c.stoppers) : ''}${c.identifier ?? ''}`).join(' '), '\n', u.grain, u.grainConfidence, u.guesses.map((g) => `${g.role}=${g.column}(${g.confidence})`).join(' '), JSON.stringify(u.money), u.moneyTotal, '\n', u.findings.map((x) => `${x.code} ${x.count} ${JSON.stringify(x.details)}`).join('; '), '\n', u.recipe.ok ? u.recipe.recipe.steps.map((s) => s.op + JSON.stringify(s.params)).join(' ') : JSON.stringify(u.recipe));
};
const rows = (n: number, f: (i: number) => string) => Array.from({ length: n }, (_, i) => f(i)).join('\n');
it('x', async () => {
  await show('german', 'Kundennummer;Bestelldatum;Bestellnummer;Artikelnummer;Menge;Einzelpreis;Land\n' + rows(40, (i) => `K${i % 9};${1 + (i % 28)}.0${1 + (i % 9)}.2024;B${i >> 1};A${i % 5};${1 + (i % 3)};${(i * 1.37 + 2).toFixed(2).replace('.', ',')};Deutschland`));
  await show('french', 'numero_client;date_commande;numero_commande;référence_article;quantité;prix_unitaire;pays\n' + rows(40, (i) => `C${i % 9};2024-0${1 + (i % 9)}-1${i % 9};F${i >> 1};R${i % 5};${1 + (i % 3)};${(i * 1.37 + 2).toFixed(2).replace('.', ',')};France`));
  await show('shopify', 'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Country,Phone,Accepts Marketing\n' + rows(60, (i) => `#${1001 + (i >> 1)},p${i % 11}@x.com,paid,2024-03-1${i % 9} 10:00:00,done,EUR,${20 + i},4,2,${26 + i},2024-03-1${i % 9} 10:00:00,1,Thing ${i % 4},${10 + i},S${i % 4},DE,,yes`));
  await show('currency', 'customer,date,amount\n' + rows(40, (i) => `C${i % 9},2024-03-1${i % 9},$${(i * 3.1 + 1).toFixed(2)}`));
  await show('onebad', 'customer,date,amount\n' + rows(200, (i) => `C${i % 9},2024-03-1${i % 9},${i === 77 ? 'twelve' : (i * 3.1 + 1).toFixed(2)}`));
  await show('manybad', 'customer,date,amount\n' + rows(200, (i) => `C${i % 9},2024-03-1${i % 9},${i % 9 === 4 ? 'twelve' : (i * 3.1 + 1).toFixed(2)}`));
  await show('words', 'customer,date,amount\n' + rows(200, (i) => `C${i % 9},2024-03-1${i % 9},${['a lot', 'some'][i % 2]}`));
  await show('nocust', 'date,product,amount\n' + rows(200, (i) => `2024-03-1${i % 9},P${i % 6},${(i * 3.1 + 1).toFixed(2)}`));
  await show('totals', 'customer,order,date,order_total\n' + rows(60, (i) => `C${i % 9},O${(i % 9)}-${i >> 4},2024-03-1${i % 9},${10 + (i % 9) + (i >> 4)}`));
  await show('300', Array.from({ length: 300 }, (_, c) => 'col' + c).join(',') + '\n' + rows(3000, (i) => Array.from({ length: 300 }, (_, c) => ((i * 7919 + c * 104729 * (i + 3)) % 1009) / 7).join(',')));
}, 60000);
