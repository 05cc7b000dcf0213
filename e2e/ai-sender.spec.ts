import { expect, test, type Frame, type Page } from '@playwright/test';
import { serve, type Served } from '../tools/serve.mjs';
import { aiServer, stream, type AiServer } from '../tests/sender/ai-server';
import { WHOLE } from '../tests/sender/answers';
import { standInModel, type Play } from '../tests/sender/stand-in-model';
import { dist, savedForOffline } from './support/app';
import { segment } from './support/job';

test.use({ serviceWorkers: 'allow' });

interface WithStandIn {
  standIn: { log: unknown[] };
}

let host: Served;
let model: AiServer;
let other: AiServer;

test.beforeAll(async () => {
  const answer = `${WHOLE.local[0]}data: {"choices":[{"delta":{"content":"A brings 917,331 in 1 day. "}}]}\n\n`;
  host = await serve({ dir: dist, headers: false, base: '/under/a/path/' });
  model = await aiServer(stream([answer, ...WHOLE.local.slice(1)]));
  other = await aiServer(stream([...WHOLE.local]));
});
test.afterAll(() => Promise.all([host.close(), model.close(), other.close()]));

/**
 * What becomes of a request: `reached`, `refused`, or the directive of the policy that forbids it.
 * From a timer: the browser exempts the direct part of an evaluation from the policy.
 */
const fate = (from: Page | Frame, url: string): Promise<string> =>
  from.evaluate(
    (address) =>
      new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
        setTimeout(() =>
          fetch(address, { method: 'POST', mode: 'no-cors', body: 'x' }).then(
            () => done('reached'),
            // The violation is told a little later than the failure.
            () => requestAnimationFrame(() => setTimeout(() => done('refused'))),
          ),
        );
      }),
    url,
  );

/** Asks the service worker, one question after the other, and gives what it answered the last; for ever, if it does not. */
const answerTo = (from: Page | Frame, ...questions: string[]): Promise<string> =>
  from.evaluate(async (asked) => {
    let answer = '';
    for (const type of asked) {
      const { port1, port2 } = new MessageChannel();
      const heard = new Promise<string>((done) => {
        port1.onmessage = ({ data }: MessageEvent<{ type: string }>) => done(data.type);
      });
      navigator.serviceWorker.controller!.postMessage({ type }, [port2]);
      answer = await heard;
    }
    return answer;
  }, questions);

/** Puts the stand-in in the place of the browser's own model, in the page and in its frames. */
async function withModel(page: Page, play: Play): Promise<void> {
  await page.addInitScript(
    `window.standIn = (${standInModel})(${JSON.stringify(play)}, () => navigator.userActivation.hasBeenActive);
    window.LanguageModel = window.standIn.LanguageModel;`,
  );
}

/** The names of the parts a PNG file is made of. */
function partsOf(png: Buffer): string[] {
  const parts: string[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    parts.push(png.toString('latin1', at + 4, at + 8));
  return [...new Set(parts)];
}

test('sends a picture and its words to the chosen address, from the sender’s document, after a press', async ({
  context,
  page,
}) => {
  const beyond: string[] = [];
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(host.url))
      beyond.push(new URL(request.frame().url()).pathname);
  });
  await page.goto(host.url);
  await savedForOffline(page);
  await page.reload();
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  await page.getByRole('button', { name: 'Ask an AI about a chart' }).click();
  // This browser has no model of its own.
  await expect(page.getByLabel('Whom to ask').locator('option[value="browser"]')).toHaveCount(0);
  await page.getByLabel('Whom to ask').selectOption('local');

  const sender = page.frameLocator('iframe');
  await expect(sender.getByText(/The picture: PNG, .* pixels, \d+ kB/)).toBeVisible();
  await sender.getByLabel('Address').fill(`${model.url}/v1`);
  await sender.getByLabel('Model').fill('a-model');
  await sender.getByLabel('Key').fill('sk-very-secret');
  await expect(sender.getByText(`${model.url}/v1/chat/completions`)).toBeVisible();
  const frame = page.frames().find((one) => one.url().includes('/ai-local.html'))!;
  const prompt = await sender.getByLabel(/The text that goes with it/).inputValue();

  // What a script does to the button sends nothing.
  await frame.evaluate(() => document.querySelector<HTMLButtonElement>('.send')!.click());
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(model.arrived).toEqual([]);
  expect(beyond).toEqual([]);
  await expect(page.getByText('Nothing sent', { exact: true })).toBeVisible();

  await sender.getByRole('button', { name: /^Send to/ }).click();
  const answer = page.getByRole('dialog').getByText('Segment A is ahead.');
  await expect(answer).toBeVisible();
  await expect(page.getByText('1 of 2 numbers is not among our figures, and marked.').first()).toBeVisible();
  await expect(page.getByRole('dialog').locator('mark')).toContainText('917,331');

  const [asked] = model.arrived.filter(({ method }) => method === 'POST');
  expect(model.arrived.filter(({ method }) => method !== 'OPTIONS')).toEqual([asked]);
  expect(asked!.url).toBe('/v1/chat/completions');
  expect(asked!.headers).toMatchObject({ authorization: 'Bearer sk-very-secret' });
  expect(asked!.headers).not.toHaveProperty('cookie');
  expect(asked!.headers).not.toHaveProperty('referer');
  const { messages, ...rest } = JSON.parse(asked!.body);
  expect(rest).toEqual({ model: 'a-model', stream: true });
  expect(messages).toEqual([
    {
      role: 'user',
      content: [
        { type: 'text', text: prompt },
        { type: 'image_url', image_url: { url: expect.stringMatching(/^data:image\/png;base64,/) } },
      ],
    },
  ]);
  const [, png = ''] = messages[0].content[1].image_url.url.split(',');
  expect(partsOf(Buffer.from(png, 'base64')).filter((part) => !/^(IHDR|sRGB|IDAT|IEND)$/.test(part))).toEqual(
    [],
  );
  expect([...new Set(beyond)]).toEqual(['/under/a/path/ai-local.html']);

  // The page reaches the address as little as before, and the sender nobody but this computer.
  expect(await fate(page, model.url)).toBe('connect-src');
  expect(await fate(frame, 'https://example.org/')).toBe('connect-src');
  // Not even this computer without having said so to the service worker.
  expect(await fate(frame, other.url)).toBe('refused');
  expect(other.arrived).toEqual([]);
  // The document for the browser's own model is not even heard.
  const forBrowser = await context.newPage();
  await forBrowser.goto(`${host.url}ai-browser.html`);
  // Nobody gives it a picture: there is no broken one, and nothing to press.
  await expect(forBrowser.getByText(/^The picture is being drawn/)).toBeVisible();
  await expect(forBrowser.getByRole('img')).toHaveCount(0);
  const first = Promise.race([
    answerTo(forBrowser, 'ABOUT_TO_SEND'),
    answerTo(forBrowser, 'REFUSED_REQUESTS', 'REFUSED_REQUESTS'),
  ]);
  expect(await first).toBe('REFUSED_REQUESTS');
  expect(await answerTo(frame, 'ABOUT_TO_SEND')).toBe('GO_ON');
  await forBrowser.close();

  // It is kept with the session, and the key is not.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('1 picture sent', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Segment A is ahead.')).toBeVisible();
  expect(
    await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href])),
  ).not.toContain('sk-very-secret');
});

test('asks the browser’s own model from a document that reaches nobody', async ({ context, page }) => {
  const beyond: string[] = [];
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(host.url))
      beyond.push(request.url());
  });
  const says = ['Segment A is', ' ahead. A brings 917,331', ' in 1 day.'];
  await withModel(page, { state: 'downloadable', says });
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  await page.getByRole('button', { name: 'Ask an AI about a chart' }).click();
  await page.getByLabel('Whom to ask').selectOption('browser');

  const sender = page.frameLocator('iframe');
  await expect(sender.getByText(/The picture: PNG, .* pixels, \d+ kB/)).toBeVisible();
  await expect(sender.getByText(/The browser has to load its model first/)).toBeVisible();
  await expect(sender.getByLabel(/^(Key|Model|Address)$/)).toHaveCount(0);
  const frame = page.frames().find((one) => one.url().includes('/ai-browser.html'))!;
  const called = () => frame.evaluate(() => JSON.stringify((window as unknown as WithStandIn).standIn.log));
  await frame.evaluate(() => document.querySelector<HTMLButtonElement>('.send')!.click());
  expect(await called()).not.toContain('create');

  await sender.getByRole('button', { name: 'Load the model and ask it' }).click();
  await expect(page.getByRole('dialog').locator('mark')).toContainText('917,331');
  await expect(page.getByText('1 of 2 numbers is not among our figures, and marked.').first()).toBeVisible();
  expect(await called()).toContain('["create"],["prompt",[{"role":"user","content":[{"type":"text"');

  // Nobody was reached, and nobody can be; nothing is told as sent.
  expect(beyond).toEqual([]);
  expect(await fate(frame, model.url)).toBe('connect-src');
  expect(await fate(frame, `${host.url}index.html`)).toBe('connect-src');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Nothing sent', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Written by AI · the browser’s own model · /)).toBeVisible();
});
