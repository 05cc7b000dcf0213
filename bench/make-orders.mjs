// Writes an order file of a given size from a seed: 8 columns like a gift wholesaler's export, about 4.7 % as many
// customers as rows, copies, blank customers and returns. The same bytes for the same arguments, on any machine.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { generator } from './generator.mjs';

const COLOURS = ['RED', 'WHITE', 'BLUE', 'PINK', 'IVORY', 'GREEN', 'BLACK', 'SILVER'];
const THINGS = [
  'LANTERN',
  'MUG',
  'CUSHION',
  'TEA TOWEL',
  'PHOTO FRAME',
  'CANDLE',
  'LUNCH BOX',
  'DOORMAT',
  'CLOCK',
  'BASKET',
];
const EXTRAS = [
  'SET OF 3',
  'WITH HEARTS',
  'VINTAGE',
  'LARGE',
  'SMALL, GIFT BOXED',
  'RETROSPOT',
  'HANGING',
  'WOODEN',
];
const COUNTRIES = [
  'United Kingdom',
  'Germany',
  'France',
  'EIRE',
  'Spain',
  'Netherlands',
  'Belgium',
  'Switzerland',
];

function products(random) {
  return Array.from({ length: 4000 }, (_, i) => {
    const name = [EXTRAS, COLOURS, THINGS]
      .map((words) => words[Math.floor(random() * words.length)])
      .join(' ');
    const text = name.includes(',') ? `"${name}"` : name;
    return {
      code: String(20000 + i) + (random() < 0.3 ? 'ABCDE'[Math.floor(random() * 5)] : ''),
      text,
      price: Math.max(0.19, Math.exp(random() * 4 - 0.9)),
    };
  });
}

/** What a customer is like: how often they order, how much, since when and until when. */
function customers(random, count) {
  return Array.from({ length: count }, (_, i) => {
    const kind = random();
    const rate = kind < 0.15 ? 8 + random() * 20 : kind < 0.55 ? 2 + random() * 4 : 1;
    return {
      id: 12000 + i,
      rate,
      size: kind < 0.15 ? 30 : 8,
      until: kind < 0.15 ? 0.8 + random() * 0.2 : random(),
      country: COUNTRIES[Math.floor(random() ** 4 * COUNTRIES.length)],
    };
  });
}

const two = (value) => String(value).padStart(2, '0');
const START = Date.UTC(2023, 0, 1);
const DAYS = 730;

function* orders(seed, rows) {
  const random = generator(seed);
  const goods = products(random);
  const people = customers(random, Math.max(50, Math.round(rows * 0.04655)));
  const weights = new Float64Array(people.length);
  people.forEach((person, i) => (weights[i] = (i ? weights[i - 1] : 0) + person.rate));
  const total = weights.at(-1);
  const pick = () => {
    const target = random() * total;
    let low = 0;
    let high = weights.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (weights[middle] < target) low = middle + 1;
      else high = middle;
    }
    return people[low];
  };
  let invoice = 500000;
  let made = 0;
  let everyone = 0;
  while (made < rows) {
    const person = everyone < people.length && random() < 0.35 ? people[everyone++] : pick();
    const back = random() < 0.02;
    const day = Math.floor(DAYS * person.until * Math.sqrt(random()));
    const at = new Date(
      START +
        day * 86_400_000 +
        Math.floor(8 + random() * 10) * 3_600_000 +
        Math.floor(random() * 60) * 60_000,
    );
    const when = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:00`;
    const customer = random() < 0.2 ? '' : `${person.id}.0`;
    const lines = 1 + Math.floor(random() * person.size);
    invoice++;
    for (let line = 0; line < lines && made < rows; line++) {
      const thing = goods[Math.floor(random() ** 1.6 * goods.length)];
      const quantity = (back ? -1 : 1) * (1 + Math.floor(random() ** 3 * 48));
      const row = `${back ? 'C' : ''}${invoice},${thing.code},${thing.text},${quantity},${when},${thing.price.toFixed(2)},${customer},${person.country}\n`;
      yield row;
      made++;
      if (random() < 0.01 && made < rows) {
        yield row;
        made++;
      }
    }
  }
}

/** Writes `rows` rows to `path`. */
export async function makeOrders(path, rows, seed = 1) {
  const out = createWriteStream(path);
  let block = ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n'];
  for (const row of orders(seed, rows)) {
    block.push(row);
    if (block.length < 20_000) continue;
    if (!out.write(block.join(''))) await once(out, 'drain');
    block = [];
  }
  out.end(block.join(''));
  await once(out, 'finish');
}
