import { askBrowser, modelsOf, stateOf, type Availability, type BrowserEnd } from './browser-model';
import {
  ASK_WORDS,
  BROWSER_MODEL,
  browserTroubleWords,
  LOADING,
  LOADING_LABEL,
  READING,
  shareWords,
  STARTING,
  STATE_WORDS,
  STAYS,
} from './browser-words';
import { el, makeShown } from './form';
import type { Ended } from './messages';
import { Sender } from './sender';
import { NO_QUESTION } from './words';

const form = makeShown('What the model is given', ASK_WORDS.available);
const sender = new Sender(form);
const models = modelsOf(globalThis);
let state: Availability = 'unavailable';
const before = el('p', { className: 'to' });
const loaded = el('progress', { max: 1, hidden: true });
loaded.setAttribute('aria-label', LOADING_LABEL);

async function showState(): Promise<void> {
  state = await stateOf(models);
  before.textContent = STATE_WORDS[state];
  form.send.textContent = ASK_WORDS[state];
  form.send.disabled = state === 'unavailable';
}

function complete(): boolean {
  const nothing = form.prompt.input.value.trim() === '';
  form.prompt.say(nothing ? NO_QUESTION : '');
  if (nothing) form.prompt.input.focus();
  return sender.picture !== null && !nothing;
}

/** 0 and 1 are told also where nothing has to be loaded. */
function onLoading(share: number): void {
  const loading = share < 1 && (share > 0 || state !== 'available');
  loaded.hidden = !loading;
  loaded.value = share;
  form.waited.textContent = loading ? shareWords(share) : '';
  sender.say(loading ? LOADING : STARTING);
}

function onAsked(): void {
  loaded.hidden = true;
  form.waited.textContent = '';
  sender.wait(READING);
}

async function press(): Promise<void> {
  if (sender.busy || !complete()) return;
  const { bytes: picture } = sender.picture!;
  const prompt = form.prompt.input.value;
  const signal = sender.begin();
  before.hidden = true;
  const bytes = picture.length + new TextEncoder().encode(prompt).length;
  onLoading(0);
  sender.tell({ type: 'sent', to: '', model: BROWSER_MODEL, prompt, bytes });
  const onText = (text: string) => sender.heard(text);
  const end = await askBrowser(models, { picture, prompt }, { onLoading, onAsked, onText, signal });
  loaded.hidden = true;
  form.waited.textContent = '';
  before.hidden = false;
  sender.end(inWords(end));
  void showState();
}

function inWords(end: BrowserEnd): Ended {
  if (end.how !== 'failed') return end;
  const { trouble, said } = end;
  return { how: 'failed', trouble, words: browserTroubleWords(trouble, said, sender.came) };
}

void showState();
const place = el('p', { className: 'to' }, STAYS);
sender.open('browser', [...form.question, place, before, loaded, form.actions], press);
