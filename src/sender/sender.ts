import './sender.css';
import type { Shown } from './form';
import type { Ended, FromPage, FromSender, Picture, Ready } from './messages';
import { PictureWait } from './picture-wait';
import { showPictureState } from './show-picture';
import { countSilence } from './silence';
import { endWords, pictureWords } from './words';

/** What every sender's document does: shows what the page gives it, hears a person press, and tells the page. */
export class Sender {
  readonly #shown: Shown;
  readonly #channel = new MessageChannel();
  readonly #wait: PictureWait;
  #stop: AbortController | null = null;
  #waiting: ReturnType<typeof countSilence> | null = null;
  picture: Picture | null = null;
  /** Whether words of the answer came. */
  came = false;

  constructor(shown: Shown) {
    this.#shown = shown;
    this.#wait = new PictureWait((state) => showPictureState(state, shown));
  }

  get busy(): boolean {
    return this.#stop !== null;
  }

  tell(word: FromSender): void {
    this.#channel.port1.postMessage(word);
  }

  say(words: string): void {
    const { state } = this.#shown;
    // Said once: each change is read out.
    if (state.textContent !== words) state.textContent = words;
  }

  /** What was said of another question or address is not true of this one. */
  forget(): void {
    if (!this.busy) this.say('');
  }

  /** Shows all, and gives the page a port to speak through. `press` is called when a person presses the button. */
  open(id: string, content: readonly Node[], press: () => Promise<void>): void {
    const { send, stop } = this.#shown;
    turnTo(location.hash === '#dark' ? 'dark' : 'light');
    this.#wait.drawing();
    document.getElementById('sender')!.append(...content);
    this.#channel.port1.onmessage = ({ data }: MessageEvent<FromPage>) => this.#hear(data);
    // Only a person presses: what a script does to the button is not trusted.
    send.addEventListener('click', ({ isTrusted }) => isTrusted && this.#wait.there && void press());
    stop.addEventListener('click', () => this.#stop?.abort());
    addEventListener('keydown', ({ key }) => key === 'Escape' && this.tell({ type: 'escape' }));
    const sized = new ResizeObserver(() => this.#sized());
    for (const element of [document.body, this.#shown.picture]) sized.observe(element);
    // Only a page of our own origin that framed this document is given the port.
    const ready: Ready = { tessera: 'sender', provider: id };
    if (parent !== window) parent.postMessage(ready, location.origin, [this.#channel.port2]);
  }

  /** From here on it is busy until `end`; the signal is the person's stop. */
  begin(): AbortSignal {
    this.#stop = new AbortController();
    this.came = false;
    this.#busy(true);
    return this.#stop.signal;
  }

  /** Counts the seconds without a word. */
  wait(words: string): void {
    this.say(words);
    this.#waiting ??= countSilence(this.#shown.waited);
  }

  /** Passes on a piece of the answer. */
  heard(text: string): void {
    this.came ||= text.trim() !== '';
    this.#waiting?.heard();
    this.say('The answer arrives below.');
    this.tell({ type: 'text', text });
  }

  end(ended: Ended): void {
    this.#waiting?.end();
    this.#waiting = null;
    this.#stop = null;
    this.#busy(false);
    this.say(ended.how === 'failed' ? ended.words : endWords(ended.how, this.came));
    this.tell({ type: 'ended', end: ended });
  }

  #sized(): void {
    const { view } = this.#shown;
    // By keys too, where there is something to scroll.
    if (view.scrollWidth > view.clientWidth) view.tabIndex = 0;
    else view.removeAttribute('tabindex');
    this.tell({ type: 'height', height: document.body.scrollHeight });
  }

  #hear(word: FromPage): void {
    if (word.type === 'question') this.#show(word.picture, word.prompt);
    else if (word.type === 'theme') turnTo(word.theme);
    else if (word.type === 'drawing') this.#wait.drawing();
    else if (word.type === 'not-drawn') this.#wait.notDrawn();
    else this.#stop?.abort();
  }

  #show(next: Picture, prompt: string): void {
    const { picture, about, prompt: field } = this.#shown;
    this.picture = next;
    this.#wait.came();
    URL.revokeObjectURL(picture.src);
    picture.src = URL.createObjectURL(new Blob([next.bytes], { type: 'image/png' }));
    // It is drawn at twice the size.
    picture.width = next.width / 2;
    picture.height = next.height / 2;
    about.textContent = pictureWords(next.width, next.height, next.bytes.length);
    field.input.value = prompt;
    this.forget();
  }

  #busy(now: boolean): void {
    const { send, stop } = this.#shown;
    send.hidden = now;
    stop.hidden = !now;
    if (now) stop.focus();
    else if (document.activeElement === document.body) send.focus();
  }
}

function turnTo(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
}
