import type { Kernels } from '../kernels';
import type { Memory } from '../room';
import { apartIn } from './apart';
import { assignIn } from './assign';
import { datesIn } from './dates';
import { encodeIn } from './encode';
import { lookIn } from './look';
import { marksIn } from './marks';
import { nearerIn } from './nearer';
import { numbersIn } from './numbers';
import { PlainMemory } from './plain-memory';
import { recordsIn } from './records';

/** The kernels in TypeScript: the same results as the others, bit for bit, on any host. */
export function plainKernels(): { kernels: Kernels; memory: Memory } {
  const memory = new PlainMemory(16);
  const kernels = {
    assign: assignIn(memory),
    look: lookIn(memory),
    nearer: nearerIn(memory),
    apart: apartIn(memory),
    marks: marksIn(memory),
    encode: encodeIn(memory),
    records: recordsIn(memory),
    numbers: numbersIn(memory),
    dates: datesIn(memory),
  };
  return { kernels, memory };
}
