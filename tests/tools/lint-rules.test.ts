import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { runScript, script } from '../../tools/run-command.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** The rules a snippet breaks when it stands in for a file of the project. */
async function broken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return [...new Set(result!.messages.map(({ ruleId, message }) => ruleId ?? message))].sort();
}

const engine = 'src/engine/work.ts';
const workers = 'src/workers/api.ts';
const runner = `src/cli/${readdirSync(`${root}/src/cli`).find((name) => name.endsWith('.ts'))}`;
const ui = 'src/ui/state/offline.svelte.ts';
const sender = 'src/sender/ask.ts';
const screen = 'src/ui/screens/Snippet.svelte';
const syntax = 'no-restricted-syntax';
const imports = '@typescript-eslint/no-restricted-imports';

describe('the lint rules', { timeout: 60_000 }, () => {
  it.each([
    ['new Worker', workers, `export const x = new Worker('a.js');`, syntax],
    ['new self.Worker', ui, `export const x = new self.Worker('a.js');`, syntax],
    ['new SharedWorker', ui, `export const x = new SharedWorker('a.js');`, syntax],
    ['importScripts', workers, `importScripts('a.js');`, syntax],
    ['window.open', ui, `window.open('https://example.org');`, syntax],
    ['RTCPeerConnection', ui, `export const x = new RTCPeerConnection();`, syntax],
    ['sendBeacon', ui, `navigator.sendBeacon('/x', 'data');`, syntax],
    ['WebSocket', workers, `export const x = new WebSocket('wss://example.org');`, syntax],
    ['EventSource', workers, `export const x = new EventSource('/x');`, syntax],
    ['contentWindow', ui, `export const x = document.querySelector('iframe')!.contentWindow;`, syntax],
    ['contentDocument', ui, `export const x = document.querySelector('iframe')!.contentDocument;`, syntax],
    [
      'contentWindow taken apart',
      ui,
      `export const { contentWindow } = document.querySelector('iframe')!;`,
      syntax,
    ],
    ['frames', ui, `export const x = window.frames[0];`, syntax],
    ['new Date() in the engine', engine, `export const x = new Date();`, syntax],
    ['eval', ui, `eval('1');`, 'no-eval'],
    ['new Function', workers, `export const x = new Function('return 1');`, 'no-new-func'],
    ['Math.random in the engine', engine, `export const x = Math.random();`, 'no-restricted-properties'],
    ['Date.now in the engine', engine, `export const x = Date.now();`, 'no-restricted-properties'],
    ['performance in the engine', engine, `export const x = performance.now();`, 'no-restricted-globals'],
    ['console in the engine', engine, `console.log('x');`, 'no-restricted-globals'],
    ['any', engine, `export const x = (y: any) => y as string;`, '@typescript-eslint/no-explicit-any'],
  ])('forbid %s', async (_name, filePath, code, rule) => {
    expect(await broken(filePath, code)).toContain(rule);
  });

  it.each([
    ['the engine takes from ui', engine, `import '../ui/main';`],
    ['the engine takes from node', engine, `import 'node:fs';`],
    ['workers take from ui', workers, `import '../ui/main';`],
    ['workers take from deeper in the engine', workers, `import '../engine/table/columns';`],
    ['the runner takes from deeper in the engine', runner, `import '../engine/errors';`],
    [
      'the page takes from deeper in the engine',
      ui,
      `import type { A } from '../../engine/errors';\nexport type B = A;`,
    ],
    [
      'the page takes values from the engine',
      ui,
      `import { A } from '../../engine/index';\nexport const b = A;`,
    ],
    ['a sender takes from the page', sender, `import '../ui/main';`],
    ['a sender takes from the engine', sender, `import '../engine/index';`],
    [
      'the page takes values from a sender',
      ui,
      `import { ask } from '../../sender/ask';\nexport const b = ask;`,
    ],
    [
      'the page takes values past the client',
      ui,
      `import { A } from '../../workers/wire';\nexport const b = A;`,
    ],
  ])('forbid that %s', async (_name, filePath, code) => {
    const found = await broken(filePath, code);
    expect(found.filter((rule) => rule === imports || rule.startsWith('Parsing error'))).toEqual([imports]);
  });

  it.each([
    ['@html', '{@html "<b>x</b>"}', 'svelte/no-at-html-tags'],
    ['a static style attribute', '<p style="color: red">x</p>', syntax],
  ])('forbid %s in a component', async (_name, code, rule) => {
    expect(await broken(screen, code)).toEqual([rule]);
  });

  it('let through what the content policy allows', async () => {
    expect(await broken(screen, '<p style:width="3px" style={`height: ${1}px`}>x</p>')).toEqual([]);
    expect(await broken(ui, `import type { A } from '../../engine/index';\nexport type B = A;`)).toEqual([]);
    expect(await broken('src/workers/start-worker.ts', `export const x = new Worker('a.js');`)).toEqual([]);
  });

  it('refuse a file of more than 400 lines', async () => {
    expect(await broken(engine, 'export {};\n'.repeat(401))).toEqual(['max-lines']);
    expect(await broken(engine, 'export {};\n'.repeat(400))).toEqual([]);
  });

  it('know types: a floating promise and what it is like are refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lint-'));
    writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "noEmit": true } }');
    writeFileSync(
      join(folder, 'snippet.ts'),
      `export const floating = async (): Promise<void> => {};
floating();
export async function odd(): Promise<never> {
  await 3;
  throw 'a text';
}
export const made = new Function('return 1');
`,
    );
    const { ok, output } = await runScript([
      ...[script('oxlint/bin/oxlint'), '--type-aware', '--no-ignore', '--format', 'unix'],
      ...['--config', join(root, '.oxlintrc.json'), folder],
    ]);
    rmSync(folder, { recursive: true });
    const rules = [...output.matchAll(/typescript\((.*?)\)/g)].map(([, rule]) => rule);
    expect(ok).toBe(false);
    expect(rules).toEqual(['no-floating-promises', 'await-thenable', 'only-throw-error', 'no-implied-eval']);
  });
});
