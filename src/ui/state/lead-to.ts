import { tick } from 'svelte';

/** What a place shows later than this is not waited for. */
const PATIENCE = 10_000;

/** Ends the wait for what was last led to. */
let stop = (): void => undefined;

/**
 * Goes to a place and, once it is there, to a thing in it: it is seen and has the focus, and is pressed where pressing only opens
 * something. Where it is not there, the place is shown.
 */
export function leadTo(address: string, at: string, press = false): void {
  stop();
  const look = (): void => {
    const found = document.querySelector<HTMLElement>(`#content ${at}`);
    if (!found) return;
    stop();
    // The place takes the focus first.
    void tick().then(() => arrive(found, press));
  };
  const seen = new MutationObserver(look);
  const begin = (): void => {
    seen.observe(document.body, { childList: true, subtree: true });
    look();
  };
  const late = setTimeout(() => stop(), PATIENCE);
  stop = () => {
    seen.disconnect();
    clearTimeout(late);
    removeEventListener('hashchange', begin);
    stop = () => undefined;
  };
  if (location.hash === address) return begin();
  addEventListener('hashchange', begin, { once: true });
  location.hash = address;
}

function arrive(element: HTMLElement, press: boolean): void {
  element.scrollIntoView({ block: element.tabIndex < 0 ? 'start' : 'center' });
  element.focus({ preventScroll: true });
  if (press) element.click();
}
