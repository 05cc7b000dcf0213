import { accessSync, closeSync, constants, openSync, readdirSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const KNOWN = {
  linux: ['/usr/bin', '/usr/local/bin', '/opt/google/chrome'].flatMap((dir) =>
    NAMES.map((name) => join(dir, name)),
  ),
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((dir) => join(dir, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};
const IN_CACHE = {
  linux: ['chrome-linux/chrome', 'chrome-linux64/chrome'],
  darwin: ['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((dir) => [
    `${dir}/Chromium.app/Contents/MacOS/Chromium`,
    `${dir}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
  ]),
  win32: ['chrome-win/chrome.exe', 'chrome-win64/chrome.exe'],
};
const CACHE_DIR = {
  linux: () => join(homedir(), '.cache', 'ms-playwright'),
  darwin: () => join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  win32: () => join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
};

// A window of Chromium keeps two more pages for its address bar, a second of work each time one is opened. Where features
// are named, what Playwright 1.65 turns off itself is no longer heard, so it is named once more.
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** How every headless browser of this project is started. */
export const launchArgs = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${WITHOUT.join(',')}`,
];

/** The path of a Chromium or Chrome that can be started, or undefined. CHROMIUM_PATH goes first. */
export function findChromium() {
  return candidates().find(isBrowser);
}

function candidates() {
  const system = KNOWN[process.platform] ?? [];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => NAMES.map((name) => join(dir, name)));
  const elsewhere = process.platform === 'win32' ? [] : onPath;
  return [process.env.CHROMIUM_PATH, ...system, ...elsewhere, ...playwrightCache()].filter(Boolean);
}

/** What Playwright has downloaded, newest first. */
function playwrightCache() {
  const chosen = process.env.PLAYWRIGHT_BROWSERS_PATH;
  const dir = chosen && chosen !== '0' ? chosen : CACHE_DIR[process.platform]?.();
  const insides = IN_CACHE[process.platform] ?? [];
  try {
    const builds = readdirSync(dir).filter((name) => /^chromium-\d+$/.test(name));
    builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
    return builds.flatMap((build) => insides.map((inside) => join(dir, build, inside)));
  } catch {
    return [];
  }
}

function isBrowser(path) {
  try {
    accessSync(path, constants.X_OK);
    return !isSnapStub(path);
  } catch {
    return false;
  }
}

/** Ubuntu ships a script in place of the browser, which only asks for the snap. */
function isSnapStub(path) {
  const head = Buffer.alloc(4096);
  const file = openSync(path, 'r');
  const size = readSync(file, head, 0, head.length, 0);
  closeSync(file);
  const text = head.toString('latin1', 0, size);
  return text.startsWith('#!') && text.includes('snap install');
}
