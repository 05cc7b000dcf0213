import { defineStep } from '../recipe/step';
import { isMissing } from '../table/columns';
import { columnOf } from '../table/table';
import { comparedBy, Params } from './merge-customers/params';
import { merged } from './merge-customers/merged';
import { proposePairs, type Proposed } from './merge-customers/propose';
import { Decisions, sameCustomers } from './merge-customers/same-customers';
import { listed } from './parts/words';

const NONE: Proposed = { pairs: [], notAllCompared: 0, sharedByMany: 0, cut: false };

/**
 * Makes one row of rows that are one customer: of pairs a person accepted and, with `accept`, of all proposed pairs with at
 * least that score that are not refused. Pairs are known by the texts of the key column, so that what was said holds on a
 * later file. See `proposePairs` for how pairs are found, `sameCustomers` for what refusals do, `merged` for what survives.
 * **Blanks**: a row without a key is in no pair. Counts: `merged` customers made of several rows, `dropped` rows, `filled`
 * cells, and with `accept` `notAllCompared` and `sharedByMany` rows.
 */
export const mergeCustomers = defineStep({
  op: 'merge-customers',
  version: 1,
  needsAll: true,
  params: Params,
  reads: (params) => [
    ...new Set([params.key, ...comparedBy(params), ...(params.date === undefined ? [] : [params.date])]),
  ],
  needs: ({ email, phone, name, date }) => [
    ...(email === undefined ? [] : [[email, ['text']] as const]),
    ...(phone === undefined ? [] : [[phone, ['text', 'number']] as const]),
    ...(name ?? []).map((column) => [column, ['text']] as const),
    ...(date === undefined ? [] : [[date, ['date']] as const]),
  ],
  adds: () => [],
  refuses: ({ email, phone, name, keep, date }) => {
    if (email === undefined && phone === undefined && !name) {
      return { code: 'bad-params', details: { path: 'params.email', reason: 'nothing to compare' } };
    }
    return (keep === 'most-recent') === (date === undefined)
      ? { code: 'bad-params', details: { path: 'params.date', reason: 'a date goes with most-recent' } }
      : null;
  },
  describe: ({ email, phone, name }) => {
    const by = [email && 'e-mail', phone && 'phone', name && 'name'].filter((word) => word !== undefined);
    return `Merge customers by ${listed(by as string[])}`;
  },
  fit: () => null,
  apply: async (table, params, _fit, work) => {
    const decisions = await Decisions.of(table, params, work);
    const keys = columnOf(table, params.key);
    const { accept } = params;
    const found =
      accept === undefined ? NONE : await proposePairs(table, params, (row) => !isMissing(keys, row), work);
    const taken = found.pairs.filter(({ score }) => accept !== undefined && score >= accept);
    const groups = sameCustomers(params, taken, decisions);
    const { table: made, filled } = await merged(table, groups, params, work);
    const counts = { merged: groups.length, dropped: table.numRows() - made.numRows(), filled };
    if (accept === undefined) return { table: made, counts };
    const { notAllCompared, sharedByMany, cut } = found;
    const notes = cut ? ['too-many-pairs'] : [];
    return { table: made, counts: { ...counts, notAllCompared, sharedByMany }, notes };
  },
});
