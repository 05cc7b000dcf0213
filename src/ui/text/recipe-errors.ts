import { fileOf, text, type Details } from './error-words';
import { FORMATS } from './labels';

const LONGEST = 80;
const cut = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words);

/** Why a file that was taken for a recipe or a model is none, and what next. */
export function notARecipe(what: 'recipe' | 'model', details: Details, file: string): string {
  const name = fileOf(details, file);
  const [reason, path] = [text(details, 'reason'), text(details, 'path')];
  if (reason === 'not-json')
    return `${name} is no ${what}: it is cut off, or something else changed it. Save it again in Tessera, under Export.`;
  if (reason === 'too-large' || reason === 'too-deep')
    return `${name} is far larger than any ${what} that Tessera saves. Choose the file that was saved under Export.`;
  if (reason === 'steps')
    return `${name} holds steps to use again. Open a table, then open this file in Features, under Your own.`;
  if (path === '' || path === 'format')
    return `${name} is not a recipe or model that Tessera saved. JSON is read as nothing else; tables come as ${FORMATS}.`;
  return `${name} is not whole: the ${what} cannot be understood at ${cut(path)}${reason ? ` (${cut(reason)})` : ''}. Save it again in Tessera, under Export.`;
}

/** Why a file that was taken for steps to use again holds none, and what next. */
export function notAStepGroup(details: Details, file: string): string {
  const name = fileOf(details, file);
  const [reason, path] = [text(details, 'reason'), text(details, 'path')];
  if (reason === 'reads-other-files')
    return `${name} holds a step that puts files together, which cannot be used again on another file.`;
  if (reason === 'too-large' || reason === 'too-deep')
    return `${name} is far larger than any steps that Tessera saves. Choose the file that was saved in Features.`;
  if (reason === 'not-json' || path === '' || path === 'format')
    return `${name} holds no steps that Tessera saved to be used again. Choose a file that was saved in Features.`;
  return `${name} is not whole: the steps cannot be understood at ${cut(path)}${reason ? ` (${cut(reason)})` : ''}. Save them again in Tessera, in Features.`;
}

const SAVED_FILES = ['recipe', 'model', 'steps', 'session'];
/** Whether a whole file is of a newer program, not one step of an open recipe. */
export const isSavedFile = (details: Details): boolean => SAVED_FILES.includes(text(details, 'what', 'step'));

/** A recipe, a model or a step of a newer program. */
export function newerVersion(details: Details, file: string): string {
  const what = text(details, 'what', 'step');
  if (isSavedFile(details))
    return `${fileOf(details, file)} was saved by a newer version of Tessera. Reload the page to get that version, and choose the file again.`;
  return `The step '${cut(what)}' comes from a newer version of Tessera. It is kept, and nothing runs past it until you remove it.`;
}
