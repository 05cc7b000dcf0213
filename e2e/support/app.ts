import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

/** The built app. */
export const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Resolves once the service worker serves this page, which is when everything it needs has been saved. */
export async function savedForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (serviceWorker.controller) return;
    await new Promise((claimed) =>
      serviceWorker.addEventListener('controllerchange', claimed, { once: true }),
    );
  });
}
