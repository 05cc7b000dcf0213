import type { RecipeStep } from '../../engine/index';
import { binSentence } from './bins';
import { FEATURE_STEPS } from './feature-steps';
import { listed } from './format';
import { formulaSentence } from './formula';
import { methodWords } from './methods';
import { CUSTOMER_SENTENCES } from './per-customer';
import { ROW_SENTENCES } from './row-steps';
import { TABLE_STEPS } from './table-steps';

type Params = RecipeStep['params'];
const columns = (params: Params): string =>
  listed(Array.isArray(params.columns) ? params.columns.map(String) : []);

const SENTENCES: Record<string, (params: Params) => string> = {
  ...ROW_SENTENCES,
  ...TABLE_STEPS,
  ...FEATURE_STEPS,
  ...CUSTOMER_SENTENCES,
  bin: binSentence,
  formula: formulaSentence,
  append: (p) =>
    Array.isArray(p.sources) && p.sources.length > 1
      ? `Append ${p.sources.length} other files`
      : 'Append another file',
  join: (p) =>
    `Join another file by ${p.left === p.right ? String(p.left) : `${String(p.left)} and ${String(p.right)}`}`,
  'drop-duplicates': (p) => (p.columns ? `Drop rows with the same ${columns(p)}` : 'Drop exact copies'),
  'drop-missing': (p) => `Set aside rows without ${typeof p.label === 'string' ? p.label : columns(p)}`,
  'fill-missing': (p) => `Fill blank ${columns(p)}`,
  'change-type': (p) => `Read ${String(p.column)} as ${p.to === 'boolean' ? 'yes or no' : String(p.to)}`,
  'keep-values': (p) => `Keep some rows by ${String(p.column)}`,
  limit: (p) => `Keep ${String(p.column)} within bounds`,
  'merge-date-time': (p) => `Put the times in ${String(p.time)} to the days in ${String(p.date)}`,
  'repair-text': (p) => `Repair letters in ${columns(p)}`,
  'trim-decimals': (p) => `Write ${columns(p)} without .0`,
  'rfm-scores': (p) =>
    typeof p.levels === 'number'
      ? `Score recency, frequency and money from 1 to ${p.levels}`
      : 'Score recency, frequency and money',
  'days-since': (p) => `Count days since ${String(p.column)}`,
  'rule-segments': (p) =>
    `Name customers by ${Array.isArray(p.rules) && p.rules.length === 1 ? 'a rule' : 'rules'}`,
  'merge-segments': (p) => `Merge ${Array.isArray(p.segments) ? p.segments.length : 'some'} segments`,
  'lasso-segment': (p) =>
    typeof p.name === 'string' ? `Draw ${p.name} on the map` : 'Draw a segment on the map',
  'pin-segments': (p) =>
    Array.isArray(p.pinned) && p.pinned.length === 1 ? 'Pin a segment' : 'Pin segments',
  'split-segment': (p) => `Split a segment in ${typeof p.into === 'number' ? p.into : 2}`,
  segment: (p) =>
    typeof p.by === 'string'
      ? `Group into segments by ${/rule_segment(_\d+)?$/.test(p.by) ? 'own rules' : 'the RFM map'}`
      : `Group into ${typeof p.k === 'number' ? `${p.k} segments` : 'segments'}${methodWords(p)}`,
};

/** A step in words before it has run; afterwards the step's own sentence is more exact. */
export const describeStep = ({
  op,
  params,
}: Partial<RecipeStep> & Pick<RecipeStep, 'op' | 'params'>): string =>
  Object.hasOwn(SENTENCES, op) ? SENTENCES[op]!(params) : `Unknown step '${op}'`;
