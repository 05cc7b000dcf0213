import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { policies, policyOf } from './page-policy.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

const LOOPBACKS = ['127.0.0.1', '::1'];

/**
 * Serves a folder of static files on this machine only.
 * `port` 0 takes any free one; a taken port rejects with code EADDRINUSE.
 * With `headers` false it is the plainest of hosts: nothing but a content type.
 * `onrequest` is told the method and path of all that arrives.
 */
export async function serve({ dir, port = 0, headers = true, base = '/', onrequest = () => {} }) {
  const root = resolve(dir);
  const answer = (request, response) => {
    onrequest(`${request.method} ${request.url}`);
    respond({ root, headers, base }, request, response).catch(() => refuse(response, 500));
  };
  const first = await listen(createServer(answer), port, LOOPBACKS[0]);
  const taken = first.address().port;
  const servers = [first];
  try {
    servers.push(await listen(createServer(answer), taken, LOOPBACKS[1]));
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      await close(first);
      throw error;
    }
  }
  return {
    port: taken,
    url: `http://localhost:${taken}${base}`,
    close: () => Promise.all(servers.map(close)).then(() => undefined),
  };
}

async function respond({ root, headers, base }, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, { allow: 'GET, HEAD' });
  const path = filePath(request.url, base);
  if (path === undefined) return refuse(response, 404);
  let file = join(root, path);
  if (file !== root && !file.startsWith(root + sep)) return refuse(response, 404);
  if (path.endsWith('/') || path === '') file = join(file, 'index.html');
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return refuse(response, 404);
  response.writeHead(200, { 'content-length': found.size, ...headersFor(path, file, headers) });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The path inside the folder, without query; undefined for what lies outside the base or is not a path. */
function filePath(url, base) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (!path.startsWith(base) || path.includes('\0')) return undefined;
    return normalize(path.slice(base.length)).replace(/^\.$/, '');
  } catch {
    return undefined;
  }
}

function headersFor(path, file, headers) {
  const type = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' };
  if (!headers) return type;
  const lasting = /(^|\/)assets\//.test(path);
  return {
    ...type,
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': /\/workers\/|(^|\/)sw\.js$/.test(path) ? policies.worker : policyOf(path),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

function refuse(response, status, more = {}) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...more });
  response.end(`${status}\n`);
}

function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => done(server));
  });
}

function close(server) {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

/** `node tools/serve.mjs DIR PORT`: used by the end-to-end tests, which start it as a process. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [dir = 'dist', port = '4173'] = process.argv.slice(2);
  const { url } = await serve({ dir, port: Number(port) });
  console.log(url);
}
