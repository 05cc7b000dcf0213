import type { AddressRefused } from './address';
import type { PictureState } from './picture-wait';
import type { Provider } from './providers';
import type { Refusal } from './question';

const number = new Intl.NumberFormat('en-GB');

/** "86 kB", "740 bytes". */
export const size = (bytes: number): string =>
  bytes < 1000 ? `${bytes} bytes` : `${number.format(Math.round(bytes / 1000))} kB`;

export const pictureWords = (width: number, height: number, bytes: number): string =>
  `The picture: PNG, ${number.format(width)} × ${number.format(height)} pixels, ${size(bytes)}`;

/** Why nothing can be sent yet. */
export const WAIT_WORDS: Readonly<Record<Exclude<PictureState, 'there'>, string>> = {
  drawing: 'The picture is being drawn. You can send it once it is here.',
  late: 'The picture is still being drawn. Wait for it, or take another chart.',
  'not-drawn': 'The picture could not be drawn, so there is nothing to send. Take another chart.',
};
/** In the place of the text, until it is there. */
export const PROMPT_COMES = 'It comes with the picture.';

const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A provider may repeat the key in what it says; it is not to leave the document. */
export const withoutKey = ({ said, ...refusal }: Refusal, key: string): Refusal => ({
  ...refusal,
  said: key === '' ? said : said.replaceAll(key, '…'),
});

/** "a minute", "7 seconds", "3 minutes". */
function waitWords(seconds: number | undefined): string {
  if (seconds === undefined) return 'a minute';
  if (seconds > 90) return `${number.format(Math.ceil(seconds / 60))} minutes`;
  return seconds === 1 ? 'a second' : `${number.format(seconds)} seconds`;
}

/** How the rest is got. */
const AGAIN = 'What came is kept and marked as cut short; sending again asks for a whole new answer.';

/** What a failure is about beside the refusal. */
export interface Failed {
  refusal: Refusal;
  /** HTTP, 0 without. */
  status: number;
  model: string;
  /** Whether a part of the answer came before. */
  came: boolean;
}

/** Why there is no answer, or no whole one, and what to do next. */
export function troubleWords({ refusal, status, model, came }: Failed, provider: Provider): string {
  const { name } = provider;
  const said = refusal.said === '' ? '' : ` It said: “${refusal.said}”`;
  const words: Record<Refusal['trouble'], string> = {
    key: `${first(name)} did not accept the key. Check that it is whole, still valid and allowed to use this model.${said}`,
    quota: `${first(name)} says that the account has no credit left, or has used up its share. Look at the billing page of the account.${said}`,
    rate: `${first(name)} takes no more requests just now. Wait ${waitWords(refusal.after)} and send again.${said}`,
    model: `${first(name)} does not know the model “${model}”, or this key may not use it. Write another model.${said}`,
    blocked: `${first(name)} stopped the answer by its content filter. Change the prompt, or take another chart.${said}`,
    'too-large': `${first(name)} finds the picture too large. Take another chart.${said}`,
    busy: `${first(name)} has trouble of its own${status > 0 ? ` (${status})` : ''}. Send again in ${refusal.after === undefined ? 'a few minutes' : waitWords(refusal.after)}.${said}`,
    refused: `${first(name)} did not take the request${status > 0 ? ` (${status})` : ''}.${said}`,
    'time-out': came
      ? `${first(name)} fell silent for a minute before the end of the answer. ${AGAIN}`
      : `${first(name)} has not answered for a minute. Send again, or choose a faster model.`,
    unreachable: unreachable(provider),
    'cut-off': came
      ? `The answer was cut off before its end. ${AGAIN}`
      : 'The answer was cut off before its first word. Send again.',
    empty: `${first(name)} ended its answer without a word. Send again, or write another model.`,
    'not-understood': `What came back is not what ${name} usually sends. Check the address and the model.`,
  };
  return words[refusal.trouble];
}

function unreachable({ name, ownAddress }: Provider): string {
  if (!ownAddress)
    return `${first(name)} could not be reached. Check the connection; a firewall or an extension may block it, and some accounts may not be used from a browser.`;
  return 'Nothing answered at this address. Check that the model server runs there, and that it allows this page: in Ollama set OLLAMA_ORIGINS to the address of this page, in LM Studio switch on CORS. The browser may ask for access to this computer.';
}

export const ADDRESS_WORDS: Readonly<Record<AddressRefused, string>> = {
  'not-an-address': 'Write an address such as http://localhost:11434/v1',
  'not-here': 'Only this computer can be reached here: http://localhost or http://127.0.0.1, with any port.',
  'write-localhost': 'Write localhost instead of [::1]; it means the same computer.',
  'not-in-policy': 'The policy of this page does not let it reach this address.',
};

/** How an answer ended that did not fail. */
export function endWords(how: 'whole' | 'length' | 'stopped', came: boolean): string {
  if (how === 'whole') return 'The answer is below.';
  if (how === 'length') return 'The answer reached its greatest length; what came is below.';
  return came ? 'Stopped. What came is below.' : 'Stopped before anything came.';
}

export const NO_QUESTION = 'Write what you want to know.';

/** How long nothing has come. */
export const waitedWords = (seconds: number): string => (seconds === 0 ? '' : `${seconds} s without a word`);
