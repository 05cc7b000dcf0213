import { defineConfig } from '@playwright/test';
import { findChromium, launchArgs } from './tools/chromium.mjs';

const PORT = 4199;

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
    trace: 'off',
  },
  webServer: {
    command: `"${process.execPath}" tools/serve.mjs dist ${PORT}`,
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
