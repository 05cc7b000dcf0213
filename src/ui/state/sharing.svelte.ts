import { forgetOld, isSwitchedOn, REFUSED, switchTo, takeFiles, waitingFiles } from '../../share-target/kept';

const MANIFESTS = { on: './manifest-share.webmanifest', off: './manifest.webmanifest' } as const;

/** What came with the address: files, or why there are none. */
export type Arrived = { files: readonly File[] } | { refused: 'off' | 'lost' };

/** Whether files that other apps share with the installed app are taken, and taking them. */
export class Sharing {
  #on = $state(false);
  #possible = $state(false);

  get on(): boolean {
    return this.#on;
  }

  /** Whether this browser could take them: the service worker is there, and apps can be installed. */
  get possible(): boolean {
    return this.#possible;
  }

  /** Reads what was chosen on this device; call once, when the page is up. It never throws. */
  async start(): Promise<void> {
    if (!('caches' in globalThis) || !('serviceWorker' in navigator)) return;
    this.#on = await isSwitchedOn(caches);
    await this.#look();
    navigator.serviceWorker.addEventListener('controllerchange', () => void this.#look());
    await forgetOld(Date.now(), caches).catch(() => undefined);
  }

  /** @throws where the browser refuses storage */
  async set(on: boolean): Promise<void> {
    await switchTo(on, caches);
    this.#on = on;
    this.#describe();
  }

  /** Switched off, with all that waits. */
  async forget(): Promise<void> {
    if ('caches' in globalThis) await this.set(false).catch(() => undefined);
  }

  /** Files no page has taken yet, such as of a tab that was closed at once. */
  waiting(): Promise<{ files: number; bytes: number }> {
    const none = { files: 0, bytes: 0 };
    return 'caches' in globalThis ? waitingFiles(caches).catch(() => none) : Promise.resolve(none);
  }

  /** Takes what was shared with this page, once; null where it was opened otherwise. */
  async take(): Promise<Arrived | null> {
    const address = new URL(location.href);
    const word = address.searchParams.get('shared');
    if (word === null) return null;
    const arrived = await arrivedAs(word);
    address.searchParams.delete('shared');
    history.replaceState(history.state, '', address);
    return arrived;
  }

  async #look(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
    this.#possible = import.meta.env.PROD && 'onbeforeinstallprompt' in globalThis && !!registration?.active;
    this.#describe();
  }

  /** Without a service worker no app is asked to share, whatever was chosen: it would go to the host. */
  #describe(): void {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    const wanted = MANIFESTS[this.#on && this.#possible ? 'on' : 'off'];
    if (link && link.getAttribute('href') !== wanted) link.setAttribute('href', wanted);
  }
}

async function arrivedAs(word: string): Promise<Arrived> {
  if (word === REFUSED) return { refused: 'off' };
  const files = await takeFiles(word, caches, navigator.locks).catch(() => []);
  return files.length > 0 ? { files } : { refused: 'lost' };
}

export const sharing = new Sharing();
