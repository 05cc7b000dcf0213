import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policies } from '../../tools/page-policy.mjs';
import { serve, type Served, type ServeOptions } from '../../tools/serve.mjs';

let folder: string;
let server: Served | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'));
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'dist', 'index.html'), '<h1>Page</h1>');
  await writeFile(join(folder, 'dist', 'manifest.webmanifest'), '{}');
  await writeFile(join(folder, 'dist', 'assets', 'kernel.wasm'), '');
});

afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(folder, { recursive: true });
});

async function start(options: Partial<ServeOptions> = {}): Promise<Served> {
  server = await serve({ dir: join(folder, 'dist'), ...options });
  return server;
}

/** The status of a path sent as it is; fetch would tidy it first. */
function statusOf(path: string, port: number): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    });
    asked.on('error', fail).end();
  });
}

describe('serve', () => {
  it('gives the index for the folder, with or without a query', async () => {
    const { url } = await start();
    expect(await (await fetch(url)).text()).toBe('<h1>Page</h1>');
    expect((await fetch(`${url}?x=1`)).headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('names the types that browsers insist on', async () => {
    const { url } = await start();
    const type = async (path: string) => (await fetch(url + path)).headers.get('content-type');
    expect(await type('assets/kernel.wasm')).toBe('application/wasm');
    expect(await type('manifest.webmanifest')).toBe('application/manifest+json; charset=utf-8');
  });

  it('sends isolation, the policy and caching', async () => {
    const { url } = await start();
    const page = (await fetch(url)).headers;
    expect(page.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(page.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(page.get('content-security-policy')).toBe(policies.page);
    expect(page.get('cache-control')).toBe('no-cache');
    const asset = (await fetch(`${url}assets/kernel.wasm`)).headers;
    expect(asset.get('cache-control')).toContain('immutable');
  });

  it('sends nothing of its own as a plain host', async () => {
    const { url } = await start({ headers: false });
    const sent = [...(await fetch(url)).headers.keys()].sort();
    expect(sent).toEqual(['connection', 'content-length', 'content-type', 'date', 'keep-alive']);
  });

  it('serves below a path and nothing beside it', async () => {
    const { url, port } = await start({ base: '/sub/path/' });
    expect((await fetch(url)).status).toBe(200);
    expect(await statusOf('/', port)).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%00',
    '/%',
  ])('refuses %s', async (path) => {
    const { port } = await start();
    expect(await statusOf(path, port)).toBe(404);
  });

  it('only reads', async () => {
    const { url } = await start();
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  });

  it('says when its port is taken', async () => {
    const { port } = await start();
    await expect(serve({ dir: folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
