import type { Work } from '../../engine/index';
import type { WantedFile } from '../exports-api';
import { writeCampaign, writeLost } from './campaigns';
import type { Finished } from './finished';
import { CSV_TYPE } from './hand-over';
import { writeList } from './list';

/** A kind of file: what the browser calls it, and its bytes piece by piece. */
export interface Writer<Wanted> {
  type: string;
  write(wanted: Wanted, finished: Finished, work: Work): AsyncIterable<Uint8Array>;
}

type Writers = { [What in WantedFile['what']]: Writer<Extract<WantedFile, { what: What }>> };

const WRITERS: Writers = {
  list: { type: CSV_TYPE, write: writeList },
  campaign: { type: CSV_TYPE, write: writeCampaign },
  'campaign-zip': { type: 'application/zip', write: writeCampaign },
  'campaign-lost': { type: CSV_TYPE, write: writeLost },
};

/** How the wanted file is written. */
export const writerOf = ({ what }: WantedFile): Writer<WantedFile> => WRITERS[what];
