import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { unwatched } from '../../../src/engine/work';
import { understand } from '../../../src/engine/insight/understand';
import { run } from '../../../src/engine/recipe/run';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { sampleShop } from '../../../src/engine/sample/sample-shop';
import { sampleCustomers } from '../../../src/engine/sample/sample-customers';
import { numbers } from '../../../src/engine/table/table';
import { readPapa } from './scratch-papa';
for (const seed of [1, 2, 3, 7, 42]) it('sample ' + seed, async () => {
  writeFileSync('/tmp/shop.csv', sampleShop(seed)); writeFileSync('/tmp/cust.csv', sampleCustomers(seed));
  for (const f of ["shop"]) {
  const read = readPapa(`/tmp/${f}.csv`, f + '.csv');
  const u = await understand(read, {}, unwatched);
  console.log(f, seed, u.grain, u.customers, 'rows', read.table.totalRows(), u.guesses.map((g) => `${g.role}=${g.column}(${g.confidence})`).join(' '), u.moneyTotal, u.findings.map((x) => `${x.code} ${x.count} ${JSON.stringify(x.details)}`).join('\n'), u.lists.map((l) => l.column + ':' + l.list).join(' '));
  if (!u.recipe.ok) throw new Error(JSON.stringify(u.recipe));
  const out = await run(u.recipe.recipe, sourceTable(read.table, u.recipe.recipe.sources[0]!), { mode: 'learn', work: unwatched });
  const fit = out.fits[u.recipe.recipe.steps.at(-1)!.id] as any;
  console.log(out.steps.map((s) => `${s.op} ${s.rowsIn}->${s.rowsOut} ${JSON.stringify(s.counts)}`).join('\n'));
  console.log('k', fit.k, 'elbow', fit.elbow, fit.chosenBy, fit.names, 'overlaps', fit.overlaps, 'sil', fit.silhouette, fit.runs.map((r: any) => [r.k, Math.round(r.inertia), r.overlaps && Math.min(...r.overlaps).toFixed(2)].join(':')).join(' '));
  if (f === 'shop') { const ids = numbers(out.table, 'segment_id'), m = numbers(out.table, 'monetary'); const n: number[] = [], s: number[] = []; let T = 0; ids.forEach((id, i) => { n[id] = (n[id] ?? 0) + 1; s[id] = (s[id] ?? 0) + m[i]!; T += m[i]!; }); console.log(n.map((x, i) => `${i}: ${(x / ids.length * 100).toFixed(1)}% cust ${(s[i]! / T * 100).toFixed(1)}% rev`).join(' | ')); }
  }
}, 60000);
