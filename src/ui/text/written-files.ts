import type { ExportNotes } from '../../engine/index';
import type { IntoFolder } from '../state/into-folder';
import { count, counted } from './format';

/** Why a file could not be written where the person wanted it, after its name. */
export const UNWRITTEN: Readonly<Record<string, string>> = {
  full: 'could not be written: the disk is full. Nothing of it was left behind.',
  'not-allowed':
    'could not be written: the browser or the system does not allow it there. Choose another folder.',
  gone: 'could not be written: its folder is gone, or it is open elsewhere. Choose another place.',
  other: 'could not be written there. Choose another place, or download it.',
};

/** What is to be said of a file that was written; nothing where it is as expected. */
export function saidOfFile({ guarded, unfit, cut, sheets }: ExportNotes): string[] {
  return [
    guarded > 0 &&
      `${counted(guarded, 'cell')} began like a formula and ${guarded === 1 ? 'has' : 'have'} an apostrophe in front.`,
    unfit > 0 &&
      `${counted(unfit, 'character')} ${unfit === 1 ? 'is' : 'are'} not in windows-1252 and ${unfit === 1 ? 'stands' : 'stand'} as a question mark.`,
    cut > 0 &&
      `${counted(cut, 'text')} ${cut === 1 ? 'was' : 'were'} longer than a cell can be and ${cut === 1 ? 'was' : 'were'} cut at ${count(32_767)} characters.`,
    sheets > 0 && `A sheet holds ${count(1_048_576)} rows: they go on in ${count(sheets)} sheets.`,
  ].filter((line) => line !== false);
}

/** The notes of several files as of one. */
export const notesTogether = (all: readonly ExportNotes[]): ExportNotes =>
  all.reduce(
    (sum, one) => ({
      guarded: sum.guarded + one.guarded,
      unfit: sum.unfit + one.unfit,
      cut: sum.cut + one.cut,
      sheets: Math.max(sum.sheets, one.sheets),
    }),
    { guarded: 0, unfit: 0, cut: 0, sheets: 0 },
  );

/** What came of files for a folder; nothing where none was written and it is told elsewhere why. */
export function saidOfFolder({ folder, wanted, notes, taken, refused }: IntoFolder): string[] {
  const saved = notes.length;
  const some = `${count(saved)} of ${counted(wanted, 'file')} ${saved === 1 ? 'is' : 'are'} saved in ${folder}, the others are not.`;
  const [one] = taken;
  return [
    refused !== null && `${refused} ${UNWRITTEN['not-allowed']!}`,
    saved > 0 && (saved === wanted ? `${counted(saved, 'file')} saved in ${folder}.` : some),
    taken.length === 1 && `${one!.name} was there already and stays; the new one is ${one!.instead}.`,
    taken.length > 1 &&
      `${count(taken.length)} of these names were there already, and those files stay; the new ones have a number at the end, as ${one!.instead}.`,
    ...saidOfFile(notesTogether(notes)),
  ].filter((line) => line !== false);
}
