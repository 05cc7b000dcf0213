// Writes src/ui/text/sample-shop.json: what the sample shop's segments are, for the picture on the landing page, which
// must not wait for the engine. `tests/ui/sample-shop.test.ts` proves that the file still says what the engine finds.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const server = await createServer({
  root,
  configFile: false,
  server: { middlewareMode: true },
  appType: 'custom',
  logLevel: 'error',
});
try {
  const { sampleShares } = await server.ssrLoadModule('/tests/support/sample-shares.ts');
  const shares = await sampleShares();
  await writeFile(
    new URL('../src/ui/text/sample-shop.json', import.meta.url),
    `${JSON.stringify(shares, null, 2)}\n`,
  );
} finally {
  await server.close();
}
