import type { Kind } from '../table/columns';
import type { Typed } from './typed';

/** A blank as a value of that kind; everything else as it is. */
export const asKind = (of: Typed, kind: Kind): Typed =>
  of.type === 'constant' && of.kind === 'blank' ? { ...of, kind } : of;
