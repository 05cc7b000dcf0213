import { DAY } from '../../steps/parts/calendar';
import type { Kind } from '../../table/columns';
import { BLOCK, numbersOf, type Node, type Surroundings } from '../node';
import { power } from '../power';

export type ArithmeticSign = '+' | '-' | '*' | '/' | '%' | '^';

const SILENT: Surroundings = { fault: () => undefined };

/** Numbers with numbers; dates with days, and two dates as the days between them. A blank among the two gives a blank. */
export function arithmetic(
  sign: ArithmeticSign,
  [left, right]: readonly Node[],
  kind: Kind,
  around: Surroundings = SILENT,
): Node {
  const out = new Float64Array(BLOCK);
  const [a, b] = [left!, right!];
  const scale = (one: Node) => (kind === 'date' && one.kind === 'number' ? DAY : 1);
  const [times, otherTimes] = [scale(a), scale(b)];
  const days = kind === 'number' && a.kind === 'date' ? DAY : 1;
  return {
    kind,
    read(from, to, live) {
      const x = numbersOf(a.read(from, to, live));
      const y = numbersOf(b.read(from, to, live));
      const n = to - from;
      switch (sign) {
        case '+':
          if (kind === 'date') for (let i = 0; i < n; i++) out[i] = x[i]! * times + y[i]! * otherTimes;
          else for (let i = 0; i < n; i++) out[i] = x[i]! + y[i]!;
          break;
        case '-':
          if (a.kind === 'date') for (let i = 0; i < n; i++) out[i] = (x[i]! - y[i]! * otherTimes) / days;
          else for (let i = 0; i < n; i++) out[i] = x[i]! - y[i]!;
          break;
        case '*':
          for (let i = 0; i < n; i++) out[i] = x[i]! * y[i]!;
          break;
        default:
          careful(sign, { x, y, out, n });
          tell(sign, { x, y, out, n }, (i) => {
            if (!live || live[i]) around.fault(sign === '^' ? 'outside' : 'divided', from + i);
          });
      }
      return out;
    },
  };
}

interface Rows {
  x: Float64Array;
  y: Float64Array;
  out: Float64Array;
  n: number;
}

function careful(sign: ArithmeticSign, { x, y, out, n }: Rows): void {
  if (sign === '/') for (let i = 0; i < n; i++) out[i] = y[i] === 0 ? NaN : x[i]! / y[i]!;
  else if (sign === '%')
    for (let i = 0; i < n; i++) out[i] = y[i] === 0 ? NaN : x[i]! - y[i]! * Math.floor(x[i]! / y[i]!);
  else for (let i = 0; i < n; i++) out[i] = x[i] === x[i] && y[i] === y[i] ? power(x[i]!, y[i]!) : NaN;
}

/** Rows where both are there and the result is not. */
function tell(sign: ArithmeticSign, { x, y, out, n }: Rows, fault: (i: number) => void): void {
  for (let i = 0; i < n; i++) {
    if (out[i] === out[i] || x[i] !== x[i] || y[i] !== y[i]) continue;
    if (sign === '^' || y[i] === 0) fault(i);
  }
}

export function negated(of: Node): Node {
  const out = new Float64Array(BLOCK);
  return {
    kind: 'number',
    read(from, to, live) {
      const x = numbersOf(of.read(from, to, live));
      for (let i = 0; i < to - from; i++) out[i] = 0 - x[i]!;
      return out;
    },
  };
}
