import { describe, expect, it } from 'vitest';
import {
  askBrowser,
  modelsOf,
  stateOf,
  WANTED,
  type Availability,
  type BrowserTrouble,
} from '../../src/sender/browser-model';
import {
  ASK_WORDS,
  browserTroubleWords,
  LOADING,
  READING,
  shareWords,
  STATE_WORDS,
  STAYS,
} from '../../src/sender/browser-words';
import { browserReadsPictures, WANTED as WANTED_BY_PAGE } from '../../src/ui/ai/browser-model';
import { standInModel, type Play } from './stand-in-model';

const STATES: readonly Availability[] = ['unavailable', 'downloadable', 'downloading', 'available'];
const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const question = { picture: PICTURE, prompt: 'What is seen?' };

async function asked(
  play: Play,
  { pressed = true, stopAt = '' }: { pressed?: boolean; stopAt?: '' | 'start' | 'loading' | 'text' } = {},
) {
  const { LanguageModel, log } = standInModel(play, () => pressed);
  const stop = new AbortController();
  const heard: (string | number)[] = [];
  if (stopAt === 'start') stop.abort();
  const end = await askBrowser(modelsOf({ LanguageModel }), question, {
    onLoading: (share) => {
      heard.push(share);
      if (stopAt === 'loading' && share > 0) stop.abort();
    },
    onAsked: () => heard.push('asked'),
    onText: (piece) => {
      heard.push(piece);
      if (stopAt === 'text') stop.abort();
    },
    signal: stop.signal,
  });
  return { end, heard, log };
}

const failed = (trouble: BrowserTrouble, name = '') => ({
  how: 'failed',
  trouble,
  said: name === '' ? '' : `as ${name} says`,
});

describe('the state of the browser’s own model', () => {
  it.each(STATES)('is as the browser says: %s', async (state) => {
    const { LanguageModel, log } = standInModel({ state }, () => false);
    expect(await stateOf(modelsOf({ LanguageModel }))).toBe(state);
    expect(await browserReadsPictures({ LanguageModel })).toBe(state !== 'unavailable');
    // It is asked for pictures, by page and document alike, and nothing is begun.
    expect(log).toEqual([
      ['availability', WANTED],
      ['availability', WANTED],
    ]);
  });

  it('is asked for alike by the page and by the document', () => {
    expect(WANTED_BY_PAGE).toEqual(WANTED);
    expect(WANTED.expectedInputs.map(({ type }) => type)).toContain('image');
  });

  it('is “unavailable” where there is none, or no answer', async () => {
    const broken = { LanguageModel: { availability: () => Promise.reject(new Error('no')) } };
    expect([await stateOf(modelsOf({})), await stateOf(modelsOf(broken))]).toEqual([
      'unavailable',
      'unavailable',
    ]);
    expect([await browserReadsPictures({}), await browserReadsPictures(broken)]).toEqual([false, false]);
  });
});

describe('askBrowser', () => {
  it('gives the picture and the text to the model and passes on its pieces', async () => {
    const { end, heard, log } = await asked({ state: 'available', says: ['Segment A', ' is ahead.'] });
    expect(end).toEqual({ how: 'whole' });
    expect(heard).toEqual([0, 1, 'asked', 'Segment A', ' is ahead.']);
    expect(log).toEqual([
      ['create'],
      [
        'prompt',
        [
          {
            role: 'user',
            content: [
              { type: 'text', value: 'What is seen?' },
              { type: 'image', value: new Blob([PICTURE], { type: 'image/png' }) },
            ],
          },
        ],
      ],
      ['destroy'],
    ]);
  });

  it.each(['downloadable', 'downloading'] as const)('tells how far it is loaded: %s', async (state) => {
    const { end, heard } = await asked({ state, says: ['Yes.'] });
    expect(end).toEqual({ how: 'whole' });
    expect(heard).toEqual([0, 0.42, 1, 'asked', 'Yes.']);
  });

  it('loads nothing without a press', async () => {
    const { end, heard } = await asked({ state: 'downloadable', says: ['Yes.'] }, { pressed: false });
    expect(end).toEqual(failed('not-allowed', 'NotAllowedError'));
    expect(heard).toEqual([]);
  });

  it.each([
    ['start', { state: 'available' }, []],
    ['loading', { state: 'downloadable', loadsForever: true }, [0, 0.42]],
    ['text', { state: 'available', says: ['A'], hangs: true }, [0, 1, 'asked', 'A']],
  ] as const)('is stopped by the person: at %s', async (stopAt, play, expected) => {
    const { end, heard } = await asked(play, { stopAt });
    expect(end).toEqual({ how: 'stopped' });
    expect(heard).toEqual(expected);
  });

  it.each([
    ['NotAllowedError', 'not-allowed'],
    ['NotSupportedError', 'not-there'],
    ['NetworkError', 'not-loaded'],
    ['OperationError', 'not-started'],
    ['InvalidStateError', 'failed'],
  ] as const)('knows why it did not begin: %s', async (name, trouble) => {
    const { end, log } = await asked({ state: 'downloadable', failsAtStart: name });
    expect(end).toEqual(failed(trouble, name));
    expect(log).toEqual([['create']]);
  });

  it.each([
    ['NotAllowedError', 'not-allowed'],
    ['NotSupportedError', 'language'],
    ['NotReadableError', 'blocked'],
    ['QuotaExceededError', 'too-large'],
    ['AbortError', 'cut-off'],
    ['EncodingError', 'failed'],
    ['UnknownError', 'failed'],
  ] as const)('knows why the answer did not come: %s', async (name, trouble) => {
    const { end, log } = await asked({ state: 'available', failsAsked: name });
    expect(end).toEqual(failed(trouble, name));
    // Its memory is given back whatever happens.
    expect(log.at(-1)).toEqual(['destroy']);
  });

  it('tells an answer without a word, one that ran out of room, and a browser without a model', async () => {
    expect((await asked({ state: 'available', says: ['', '\n'] })).end).toEqual(failed('empty'));
    const full = { state: 'available', says: ['Segment'], contextUsage: 9216 } as const;
    expect((await asked(full)).end).toEqual({ how: 'length' });
    expect((await asked({ state: 'unavailable' })).end).toEqual(failed('not-there', 'NotSupportedError'));
    const listening = { onLoading() {}, onAsked() {}, onText() {}, signal: new AbortController().signal };
    expect(await askBrowser(undefined, question, listening)).toEqual(failed('not-there'));
  });
});

const TROUBLES: readonly BrowserTrouble[] = [
  'not-there',
  'not-allowed',
  'not-loaded',
  'not-started',
  'too-large',
  'language',
  'blocked',
  'cut-off',
  'empty',
  'failed',
];

describe('the words on the browser’s own model', () => {
  it.each(TROUBLES)('say what happened and what to do: %s', (trouble) => {
    for (const came of [true, false]) {
      const words = browserTroubleWords(trouble, '', came);
      expect(words).toMatch(/^[A-Z].*\.$/);
      expect(words).not.toMatch(/undefined|!|“”|key|address/);
      expect(/What came is kept/.test(words)).toBe(came && trouble === 'cut-off');
    }
  });

  it('repeat what the browser said', () => {
    expect(browserTroubleWords('failed', 'GPU lost', false)).toContain('It said: “GPU lost”');
  });

  it('say who loads the model, from where, and when', () => {
    for (const state of ['downloadable', 'downloading'] as const)
      expect(STATE_WORDS[state]).toMatch(/The browser .*from the maker of the browser.*press the button/i);
    expect(ASK_WORDS.downloadable).toBe('Load the model and ask it');
    expect(shareWords(0.429)).toBe('42 %');
    for (const words of [LOADING, READING, STAYS, ...Object.values(STATE_WORDS)])
      expect(words).toMatch(/^[A-Z][^!]*\.$/);
  });
});
