import type { ExportNotes, Work } from '../../engine/index';
import type { WantedFile } from '../exports-api';
import { writeCampaign, writeLost } from './campaigns';
import { CODE_TYPE, writeCode } from './code';
import type { Finished } from './finished';
import { CSV_TYPE } from './hand-over';
import { listType, writeList, writeSegments, ZIP_TYPE } from './list';
import { writeStarFile } from './star';

/** A kind of file: what the browser calls it, and its bytes piece by piece; what is to be said of them is counted. */
export interface Writer<Wanted> {
  type: string | ((wanted: Wanted) => string);
  write(wanted: Wanted, finished: Finished, work: Work, notes: ExportNotes): AsyncIterable<Uint8Array>;
}

type Writers = { [What in WantedFile['what']]: Writer<Extract<WantedFile, { what: What }>> };

const WRITERS: Writers = {
  list: { type: listType, write: writeList },
  'segment-lists': { type: ZIP_TYPE, write: writeSegments },
  campaign: { type: CSV_TYPE, write: writeCampaign },
  'campaign-zip': { type: ZIP_TYPE, write: writeCampaign },
  star: { type: ZIP_TYPE, write: writeStarFile },
  'campaign-lost': { type: CSV_TYPE, write: writeLost },
  code: { type: CODE_TYPE, write: writeCode },
};

/** How the wanted file is written. */
export const writerOf = ({ what }: WantedFile): Writer<WantedFile> => WRITERS[what] as Writer<WantedFile>;
