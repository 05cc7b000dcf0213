import { blockOfTexts } from '../table/build/block-of-texts';
import type { CellBlock } from '../table/build/cell-block';
import { joinHeader } from './join-header';
import { cellTexts } from './sample-records';

/** A block of several header records as one of the names that they give together. */
export function joinedHeading(heading: CellBlock): CellBlock {
  const joined = blockOfTexts([joinHeader(cellTexts(heading))]);
  joined.isHeader = true;
  joined.comments = heading.comments;
  return joined;
}
