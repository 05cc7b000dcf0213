import type { Availability, BrowserTrouble } from './browser-model';

/** As it is named where its answers are kept. */
export const BROWSER_MODEL = 'the browser’s own model';

export const STAYS =
  'Nothing is sent from here: this document can reach no address, not even ours. The browser gives picture and text to its own model. Browsers that have one say it runs on this computer; a page cannot check that.';

const LOADED_ONCE = 'It comes from the maker of the browser, once, and may be several gigabytes.';

/** What is to be known before a press. */
export const STATE_WORDS: Readonly<Record<Availability, string>> = {
  unavailable: 'This browser has no model that reads pictures, or it may not be used here. Ask another.',
  downloadable: `The browser has to load its model first. ${LOADED_ONCE} It begins when you press the button, not before.`,
  downloading: `The browser is loading its model just now. ${LOADED_ONCE} Press the button, and the answer follows once it is there.`,
  available: 'The browser has its model; nothing has to be loaded.',
};

export const ASK_WORDS: Readonly<Record<Availability, string>> = {
  unavailable: 'Ask the browser’s model',
  downloadable: 'Load the model and ask it',
  downloading: 'Ask the browser’s model',
  available: 'Ask the browser’s model',
};

export const LOADING =
  'The browser loads its model. This can take long; Stop ends the wait, though the browser may go on loading.';
export const LOADING_LABEL = 'How much of the model is loaded';
export const STARTING = 'The browser makes its model ready…';
export const READING = 'The model reads the picture. On a slow computer that takes minutes.';

/** "42 %". */
export const shareWords = (share: number): string => `${Math.floor(share * 100)} %`;

/** Why there is no answer, or no whole one, and what to do next. */
export function browserTroubleWords(trouble: BrowserTrouble, said: string, came: boolean): string {
  const its = said === '' ? '' : ` It said: “${said}”`;
  const words: Readonly<Record<BrowserTrouble, string>> = {
    'not-there': `The browser has no model that reads pictures, or cannot run it on this computer. Ask another.${its}`,
    'not-allowed': `The browser does not let its model be used here. It may be switched off in the settings, or by who looks after this computer.${its}`,
    'not-loaded': `The browser could not load its model. Check the connection and the free space on the disk, and press again.${its}`,
    'not-started': `The browser has its model but could not start it. Close other tabs and programs, and press again.${its}`,
    'too-large': `Picture and text are more than this model can read at once. Shorten the text, or take another chart.${its}`,
    language: `The browser’s model does not take this question, or not in this language. Write it in English.${its}`,
    blocked: `The browser held the answer back by its filter. Change the text, or take another chart.${its}`,
    'cut-off': came
      ? 'The browser ended the answer before its end. What came is kept and marked as cut short; press again for a whole new answer.'
      : 'The browser ended it before the first word. Press again.',
    empty: 'The model ended its answer without a word. Press again, or change the text.',
    failed: `The browser’s model failed. Press again, or ask another.${its}`,
  };
  return words[trouble];
}
