import { Workbox } from 'workbox-window';
import { takeNextVersion } from './next-version';

export type OfflineState = 'saving' | 'ready' | 'unavailable';

/** Why the app will need the network: nothing can be stored here, saving failed, or this is the dev server. */
export type OfflineRefusal = 'no-service-worker' | 'not-saved' | 'development';

/** Whether the app would open without a network, and whether a newer version waits to be used. */
export class OfflineReadiness {
  #state = $state<OfflineState>('saving');
  #reason = $state<OfflineRefusal | null>(null);
  #updateWaiting = $state(false);
  #workbox: Workbox | null = null;

  get state(): OfflineState {
    return this.#state;
  }

  /** Set while the state is `unavailable`. */
  get reason(): OfflineRefusal | null {
    return this.#reason;
  }

  get updateWaiting(): boolean {
    return this.#updateWaiting;
  }

  /** Starts saving; call once, when the page is up. It never throws and never reloads the page. */
  async start(): Promise<void> {
    if (!import.meta.env.PROD) return this.#refuse('development');
    if (!('serviceWorker' in navigator)) return this.#refuse('no-service-worker');
    const workbox = new Workbox('./sw.js');
    this.#workbox = workbox;
    workbox.addEventListener('activated', () => this.#ready());
    workbox.addEventListener('waiting', () => (this.#updateWaiting = true));
    workbox.addEventListener('redundant', () => this.#redundant());
    try {
      const registration = await workbox.register();
      if (registration?.active?.state === 'activated') this.#ready();
    } catch {
      this.#refuse(navigator.serviceWorker.controller ? null : 'not-saved');
    }
  }

  /** Takes the waiting version: this tab reloads, once that version serves it. */
  useUpdate(): void {
    const workbox = this.#workbox;
    if (!this.#updateWaiting || !workbox) return;
    takeNextVersion({
      ask: () => workbox.messageSkipWaiting(),
      onServing: (then) => workbox.addEventListener('controlling', then),
      reload: () => location.reload(),
    });
  }

  /** Loads the page again, in the version that waits where there is one. */
  reload(): void {
    if (this.#updateWaiting) this.useUpdate();
    else location.reload();
  }

  #ready(): void {
    this.#state = 'ready';
    this.#reason = null;
  }

  /** A first install that failed saves nothing; a failed update leaves the version before it in place. */
  #redundant(): void {
    this.#updateWaiting = false;
    if (this.#state !== 'ready') this.#refuse('not-saved');
  }

  /** Without a network the check for a new version fails, but what is saved already still serves: no reason then. */
  #refuse(reason: OfflineRefusal | null): void {
    if (!reason) return this.#ready();
    this.#state = 'unavailable';
    this.#reason = reason;
  }
}
