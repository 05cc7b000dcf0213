import type { FormulaFunction } from '../function';
import { blankMarks, firstThere } from '../nodes/blanks';
import { chosen } from '../nodes/choose';
import { compared } from '../nodes/compare';
import { constantNode } from '../node';
import { madeIn } from './row-functions';

const made = madeIn('Blanks');

export const BLANKS: readonly FormulaFunction[] = [
  made('coalesce', 'same same same* > same', (args, kind) => firstThere(args, kind)),
  made('is_blank', 'any > boolean', ([of]) => blankMarks(of!)),
  made('blank_if', 'same same > same', ([of, value], kind) =>
    chosen([compared('=', [of!, value!]), constantNode(kind, null), of!], kind),
  ),
];
