// Compiles src/kernels (AssemblyScript) and writes the bytes into src/engine/kernels/bytes.ts, where the engine finds
// them without a request. Run it after every change to src/kernels; a test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = fileURLToPath(new URL('../src/engine/kernels/bytes.ts', import.meta.url));
const WIDTH = 100;

/** The text of src/engine/kernels/bytes.ts for the kernels as they stand. */
export async function compiledKernels() {
  const files = new Map();
  const flags = [
    '--runtime',
    'stub',
    '--enable',
    'simd',
    '--importMemory',
    '--zeroFilledMemory',
    '--noAssert',
  ];
  const { error, stderr } = await asc.main(
    ['src/kernels/index.ts', '--outFile', 'kernels.wasm', '-O3', ...flags],
    {
      readFile: (name) => readSource(name),
      writeFile: (name, contents) => files.set(name, contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`The kernels do not compile.\n${stderr}`);
  const text = Buffer.from(files.get('kernels.wasm')).toString('base64');
  const lines = text.match(new RegExp(`.{1,${WIDTH}}`, 'g')).map((line) => `  '${line}',`);
  return [
    '/** The kernels of src/kernels as WebAssembly, base64; written by tools/make-kernels.mjs. */',
    'export const KERNELS = [',
    ...lines,
    "].join('');",
    '',
  ].join('\n');
}

/** The compiler asks for files that may not exist, and takes null for an answer. */
function readSource(name) {
  try {
    return readFileSync(`${root}/${name}`, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await compiledKernels());
