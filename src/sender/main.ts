import { addressesIn, addressOf } from './address';
import { announce } from './announce';
import { ask, type End } from './ask';
import { makeForm } from './form';
import { keep, keptOf } from './kept';
import type { Ended } from './messages';
import { PROVIDERS } from './providers';
import { Sender } from './sender';
import { ADDRESS_WORDS, NO_QUESTION, size, troubleWords, withoutKey } from './words';

const SILENCE = 60_000;
const id = document.documentElement.dataset.sender ?? '';
const provider = PROVIDERS[id]!;
const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
const allowed = addressesIn(policy?.content ?? '');
const form = makeForm(provider.name);
const sender = new Sender(form);

function fill(): void {
  const kept = keptOf(id);
  form.key.input.value = kept.key;
  form.model.input.value = kept.model || provider.model;
  form.address.input.value = kept.address || provider.address || allowed[0] || '';
  form.keep.checked = kept.key !== '' || kept.model !== '';
  form.address.box.hidden = !provider.ownAddress;
  form.key.input.placeholder = provider.key === 'needed' ? '' : 'only if it asks for one';
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
  if (base === null || !sender.picture) return null;
  const question = {
    picture: sender.picture.bytes,
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

/** Whether all is there that is needed; says what is not, and leads there. */
function complete(): boolean {
  const missing = [
    {
      ...form.key,
      words: 'A key is needed.',
      not: provider.key === 'needed' && form.key.input.value.trim() === '',
    },
    { ...form.model, words: 'Write the name of a model.', not: form.model.input.value.trim() === '' },
    { ...form.prompt, words: NO_QUESTION, not: form.prompt.input.value.trim() === '' },
  ];
  for (const { say, words, not } of missing) say(not ? words : '');
  missing.find(({ not }) => not)?.input.focus();
  if (address() === null) form.address.input.focus();
  return sender.picture !== null && address() !== null && !missing.some(({ not }) => not);
}

async function send(): Promise<void> {
  if (sender.busy || !complete()) return;
  const request = asked()!;
  const model = form.model.input.value.trim();
  const signal = sender.begin();
  remember();
  await announce();
  const bytes = new TextEncoder().encode(request.body).length;
  const prompt = form.prompt.input.value;
  sender.tell({ type: 'sent', to: new URL(request.url).origin, model, prompt, bytes });
  sender.wait(`Sent, ${size(bytes)}. Waiting for the answer…`);
  const onText = (text: string) => sender.heard(text);
  const end = await ask(request, provider.protocol, { onText, signal, silence: SILENCE });
  sender.end(inWords(end, model, sender.came));
}

function inWords(end: End, model: string, came: boolean): Ended {
  if (end.how !== 'failed') return end;
  const refusal = withoutKey(end.refusal, form.key.input.value.trim());
  const words = troubleWords({ refusal, status: end.status, model, came }, provider);
  return { how: 'failed', trouble: end.refusal.trouble, words };
}

function remember(): void {
  const [key, model, own] = [form.key, form.model, form.address].map(({ input }) => input.value.trim());
  keep(id, form.keep.checked ? { key: key!, model: model!, address: provider.ownAddress ? own! : '' } : null);
}

fill();
for (const { input } of [form.address, form.model]) input.addEventListener('input', showAddress);
for (const { input } of [form.address, form.model, form.key])
  input.addEventListener('input', () => sender.forget());
form.keep.addEventListener('change', () => !form.keep.checked && keep(id, null));
sender.open(id, form.content, send);
