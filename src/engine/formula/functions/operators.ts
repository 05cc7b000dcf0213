import type { FormulaFunction } from '../function';
import { formulaFault } from '../fault';
import type { Typed } from '../typed';
import { arithmetic, negated } from '../nodes/arithmetic';
import { compared } from '../nodes/compare';
import { joined } from '../nodes/joined';
import { allOf, anyOf, notOf } from '../nodes/logic';
import { madeIn } from './row-functions';

const made = madeIn(null);

/** A comparison with nothing is nothing, which nobody wants. */
function verifyCompared(args: readonly Typed[]): void {
  const blank = args.find((arg) => arg.type === 'constant' && arg.value === null);
  if (blank) throw formulaFault('compare-blank', blank);
}

/** What < and its like can put in order. */
const ORDERED = 'number number > boolean | date date > boolean | text text > boolean';

export const OPERATORS: readonly FormulaFunction[] = [
  made(
    '+',
    'number > number | number number > number | date number > date | number date > date',
    (args, kind) => (args.length === 1 ? args[0]! : arithmetic('+', args, kind)),
  ),
  made(
    '-',
    'number > number | number number > number | date date > number | date number > date',
    (args, kind) => (args.length === 1 ? negated(args[0]!) : arithmetic('-', args, kind)),
  ),
  made('*', 'number number > number', (args, kind) => arithmetic('*', args, kind)),
  made('/', 'number number > number', (args, kind, around) => arithmetic('/', args, kind, around)),
  made('%', 'number number > number', (args, kind, around) => arithmetic('%', args, kind, around)),
  made('^', 'number number > number', (args, kind, around) => arithmetic('^', args, kind, around)),
  made('&', 'any any > text', (args, _, around) => joined(args, around)),
  ...(['=', '<>'] as const).map((sign) =>
    made(sign, 'same same > boolean', (args) => compared(sign, args), { verify: verifyCompared }),
  ),
  ...(['<', '<=', '>', '>='] as const).map((sign) =>
    made(sign, ORDERED, (args) => compared(sign, args), { verify: verifyCompared }),
  ),
  made('and', 'boolean boolean* > boolean', (args) => allOf(args)),
  made('or', 'boolean boolean* > boolean', (args) => anyOf(args)),
  made('not', 'boolean > boolean', (args) => notOf(args[0]!)),
];
