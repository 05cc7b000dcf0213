import { writeStar, type ExportNotes, type StarChoice, type Work } from '../../engine/index';
import type { Finished } from './finished';
import { wallClock } from './wall-clock';

/** Tables for a BI tool, in a zip. */
export interface StarFile {
  what: 'star';
  choice: StarChoice;
}

/** @throws EngineError; Stopped */
export const writeStarFile = ({ choice }: StarFile, finished: Finished, work: Work, notes: ExportNotes) =>
  writeStar(finished, choice, work, notes, wallClock());
