// The brush: how long it takes from a selection on the cards to the bars of all columns, and to what is told of it.
import { asked, groupingPage } from './grouping-page.mjs';
import { median, table, whole } from './tables.mjs';

const worst = (numbers) => Math.max(...numbers);

export async function brush(file, runs) {
  const host = await groupingPage();
  try {
    const found = [];
    for (let run = 0; run < runs; run++) found.push(await asked(host.url, file, 'moves', {}));
    const [{ rows, columns }] = found;
    const line = (name, of) => [
      name,
      ...[median, worst].map((sum) => whole(median(found.map((one) => sum(of(one)))))),
    ];
    const lines = [
      line('bars of all columns', ({ counts }) => counts),
      line('and what is told', ({ told }) => told),
    ];
    const moves = found[0].counts.length;
    const head = ['from a move to', 'median, ms', 'worst, ms'];
    const said = `${rows.toLocaleString('en')} rows, ${columns} columns, ${moves} moves; made ready once in ${whole(median(found.map(({ ready }) => ready)))} ms`;
    return { text: `${said}\n\n${table(head, lines)}`, found };
  } finally {
    await host.close();
  }
}
