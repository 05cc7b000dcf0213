import { it } from 'vitest';
import { unwatched } from '../../../src/engine/work';
import { understand } from '../../../src/engine/insight/understand';
import { readTable } from '../../../src/engine/files/read-table';
import { bytesSource } from '../../../src/engine/files/source';
import { readFileSync } from 'node:fs';
const D = '../shared/data/';
const files = ['customers/Mall_Customers.csv','customers/iris.csv','customers/Wholesale_customers_with_total.csv','customers/marketing_campaign_semicolon.csv','customers/Telco_Churn_Data.csv','customers/WA_Fn-UseC_-Telco-Customer-Churn.csv','customers/bank_small.csv','customers/credit_data.csv','customers/customer_spend.csv','customers/USArrests.csv','customers/HR_analysis.csv','customers/attrition.csv','customers/customer_interactions.csv','campaigns/hillstrom.csv','campaigns/artea-a_b-experiment.csv','transactions/cdnow_customers_summary.csv','transactions/cdnow_customers_summary_with_transactions.csv','transactions/CDNOW_sample.txt','transactions/Retail_Data_Transactions.csv','transactions/Retail_Data_Response.csv','transactions/Sample - Superstore.csv','transactions/sales.csv','transactions/online_retail_day_2010-12-01.csv','transactions/online_retail_2010-2011.csv'];
for (const f of files) it(f, async () => {
  const read = await readTable(bytesSource(f.split('/')[1]!, new Uint8Array(readFileSync(D + f))), {}, unwatched);
  const t = performance.now();
  const u = await understand(read, {}, unwatched);
  console.log(`== ${f} ${u.grain} ${u.grainConfidence} customers ${u.customers} rows ${read.table.totalRows()} ms ${Math.round(performance.now() - t)}\n` +
    'roles ' + u.guesses.map((g) => `${g.role}=${g.column}(${g.confidence})`).join(' ') + '\n' +
    'money ' + JSON.stringify(u.money) + ` ${u.moneyTotal} ${u.moneyWithoutCustomer}\n` +
    'lists ' + ['key','left-out','described-by','grouped-by'].map((l) => { const x = u.lists.filter((s) => s.list === l); return `${l} ${x.length}: ${x.map((s) => s.column + (s.reason ? `[${s.reason} ${s.detail}]` : '')).join(', ')}`; }).join('\n   ') + '\n' +
    u.findings.map((x) => `  ${x.code} ${x.count} ${JSON.stringify(x.details)}`).join('\n') + '\n' +
    'recipe ' + (u.recipe.ok ? u.recipe.recipe.steps.map((s) => `${s.op} ${JSON.stringify(s.params)}`).join('; ') : JSON.stringify(u.recipe)));
}, 60000);
