import { RunError } from './usage-error';

const WHY = new Map([
  ['ENOENT', 'it does not exist'],
  ['EACCES', 'permission is denied'],
  ['EPERM', 'permission is denied'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'its folder is a file'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
]);

const reasonOf = (thrown: unknown): string => {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return WHY.get(code) ?? (thrown instanceof Error ? thrown.message : String(thrown));
};

export const cannotRead = (path: string, thrown: unknown): RunError =>
  new RunError(`${path} cannot be read: ${reasonOf(thrown)}`);

export const cannotWrite = (path: string, thrown: unknown): RunError => {
  const reason = reasonOf(thrown)
    .replace('it does not exist', 'its folder does not exist')
    .replace('be read', 'be written');
  return new RunError(`${path} cannot be written: ${reason}`);
};
