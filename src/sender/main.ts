import './sender.css';
import { addressesIn, addressOf } from './address';
import { announce } from './announce';
import { ask, type End } from './ask';
import { makeForm } from './form';
import { keep, keptOf } from './kept';
import type { Ended, FromPage, FromSender, Picture, Ready } from './messages';
import { PROVIDERS } from './providers';
import { ADDRESS_WORDS, endWords, pictureWords, size, troubleWords, waitedWords, withoutKey } from './words';

const SILENCE = 60_000;
const id = document.documentElement.dataset.sender ?? '';
const provider = PROVIDERS[id]!;
const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
const allowed = addressesIn(policy?.content ?? '');
const form = makeForm(provider.name);
const { port1: page, port2: pages } = new MessageChannel();

let picture: Picture | null = null;
let stopping: AbortController | null = null;

const tell = (word: FromSender): void => page.postMessage(word);

function show(): void {
  const kept = keptOf(id);
  form.key.input.value = kept.key;
  form.model.input.value = kept.model || provider.model;
  form.address.input.value = kept.address || provider.address || allowed[0] || '';
  form.keep.checked = kept.key !== '' || kept.model !== '';
  form.address.box.hidden = !provider.ownAddress;
  form.key.input.placeholder = provider.key === 'needed' ? '' : 'only if it asks for one';
  document.getElementById('sender')!.append(...form.content);
  showAddress();
}

/** The address as typed, or null with the reason beside it. */
function address(): string | null {
  if (!provider.ownAddress) return provider.address;
  const found = addressOf(form.address.input.value, id === 'local' ? 'this-computer' : allowed);
  form.address.say('refused' in found ? ADDRESS_WORDS[found.refused] : '');
  return 'refused' in found ? null : found.address;
}

function asked() {
  const base = address();
  if (base === null || !picture) return null;
  const question = {
    picture: picture.bytes,
    prompt: form.prompt.input.value,
    model: form.model.input.value.trim(),
    key: form.key.input.value.trim(),
  };
  return provider.protocol.request(question, base);
}

function showAddress(): void {
  const base = address();
  const none = new Uint8Array();
  const model = form.model.input.value.trim();
  form.to.textContent =
    base === null
      ? 'no address yet'
      : provider.protocol.request({ picture: none, prompt: '', model, key: '' }, base).url;
}

function showQuestion(next: Picture, prompt: string): void {
  picture = next;
  URL.revokeObjectURL(form.picture.src);
  form.picture.src = URL.createObjectURL(new Blob([next.bytes], { type: 'image/png' }));
  // It is drawn at twice the size.
  form.picture.width = next.width / 2;
  form.picture.height = next.height / 2;
  form.about.textContent = pictureWords(next.width, next.height, next.bytes.length);
  form.prompt.input.value = prompt;
  if (!stopping) form.state.textContent = '';
}

/** Whether all is there that is needed; says what is not, and leads there. */
function complete(): boolean {
  const missing = [
    {
      ...form.key,
      words: 'A key is needed.',
      not: provider.key === 'needed' && form.key.input.value.trim() === '',
    },
    { ...form.model, words: 'Write the name of a model.', not: form.model.input.value.trim() === '' },
    { ...form.prompt, words: 'Write what you want to know.', not: form.prompt.input.value.trim() === '' },
  ];
  for (const { say, words, not } of missing) say(not ? words : '');
  missing.find(({ not }) => not)?.input.focus();
  if (address() === null) form.address.input.focus();
  return picture !== null && address() !== null && !missing.some(({ not }) => not);
}

async function send(): Promise<void> {
  if (stopping || !complete()) return;
  const request = asked()!;
  const model = form.model.input.value.trim();
  const stop = (stopping = new AbortController());
  remember();
  busy(true);
  await announce();
  const bytes = new TextEncoder().encode(request.body).length;
  tell({ type: 'sent', to: new URL(request.url).origin, model, prompt: form.prompt.input.value, bytes });
  form.state.textContent = `Sent, ${size(bytes)}. Waiting for the answer…`;
  const waiting = countSilence();
  let came = false;
  const end = await ask(request, provider.protocol, {
    onText(text) {
      came ||= text.trim() !== '';
      waiting.heard();
      form.state.textContent = 'The answer arrives below.';
      tell({ type: 'text', text });
    },
    signal: stop.signal,
    silence: SILENCE,
  });
  waiting.end();
  stopping = null;
  busy(false);
  const ended = inWords(end, model, came);
  form.state.textContent = ended.how === 'failed' ? ended.words : endWords(ended.how, came);
  tell({ type: 'ended', end: ended });
}

/** Shows the seconds since something was last heard; silent for screen readers, which are told of what happens. */
function countSilence() {
  let since = performance.now();
  const show = (): void => {
    form.waited.textContent = waitedWords(Math.floor((performance.now() - since) / 1000));
  };
  const timer = setInterval(show, 1000);
  return {
    heard: (): void => {
      since = performance.now();
      form.waited.textContent = '';
    },
    end: (): void => {
      clearInterval(timer);
      form.waited.textContent = '';
    },
  };
}

function inWords(end: End, model: string, came: boolean): Ended {
  if (end.how !== 'failed') return end;
  const refusal = withoutKey(end.refusal, form.key.input.value.trim());
  const words = troubleWords({ refusal, status: end.status, model, came }, provider);
  return { how: 'failed', trouble: end.refusal.trouble, words };
}

/** What was said of another address, model or key is not true of this one. */
function forget(): void {
  if (!stopping) form.state.textContent = '';
}

function busy(now: boolean): void {
  form.send.hidden = now;
  form.stop.hidden = !now;
  if (now) form.stop.focus();
  else if (document.activeElement === document.body) form.send.focus();
}

function remember(): void {
  const [key, model, own] = [form.key, form.model, form.address].map(({ input }) => input.value.trim());
  keep(id, form.keep.checked ? { key: key!, model: model!, address: provider.ownAddress ? own! : '' } : null);
}

function heard({ data }: MessageEvent<FromPage>): void {
  if (data.type === 'question') showQuestion(data.picture, data.prompt);
  else if (data.type === 'theme') document.documentElement.dataset.theme = data.theme;
  else stopping?.abort();
}

document.documentElement.dataset.theme = location.hash === '#dark' ? 'dark' : 'light';
show();
page.onmessage = heard;
for (const { input } of [form.address, form.model]) input.addEventListener('input', showAddress);
for (const { input } of [form.address, form.model, form.key]) input.addEventListener('input', forget);
form.keep.addEventListener('change', () => !form.keep.checked && keep(id, null));
// Only a person presses: what a script does to the button is not trusted.
form.send.addEventListener('click', ({ isTrusted }) => isTrusted && void send());
addEventListener('keydown', ({ key }) => key === 'Escape' && tell({ type: 'escape' }));
form.stop.addEventListener('click', () => stopping?.abort());
new ResizeObserver(() => tell({ type: 'height', height: document.body.scrollHeight })).observe(document.body);
// Only a page of our own origin that framed this document is given the port.
const ready: Ready = { tessera: 'sender', provider: id };
if (parent !== window) parent.postMessage(ready, location.origin, [pages]);
