import { createServer, type AddressInfo } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findChromium, launchArgs } from './tools/chromium.mjs';

/** A port nobody uses, so that two runs on one machine do not meet. */
function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

// Playwright reads this file once more in each of its worker processes; all must mean the same server.
const PORT = Number((process.env.TESSERA_E2E_PORT ??= String(await freePort())));

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium(), args: launchArgs },
    actionTimeout: 20_000,
    // Saving the app for offline use takes a second of each new profile; files that are about it allow it.
    serviceWorkers: 'block',
    trace: 'off',
  },
  webServer: {
    command: `"${process.execPath}" tools/serve.mjs dist ${PORT}`,
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
