import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';

/** Constructors that start a worker past `startWorker`, or open a way out of the tab. */
const FORBIDDEN_NEW = [
  'Worker',
  'SharedWorker',
  'RTCPeerConnection',
  'WebSocket',
  'EventSource',
  'WebTransport',
];
const anyOf = (names) => `/^(${names.join('|')})$/`;

const workerStarts =
  'Start workers with startWorker (src/workers/start-worker.ts): it alone keeps the page policy.';
const intoFrames = 'Page code never reaches into a frame.';
const GLOBALS = ['window', 'self', 'globalThis', 'top', 'parent'];
const waysOut = 'A way out of the tab. Nothing may leave it.';

const construction = (names, message) => [
  { selector: `NewExpression[callee.name=${anyOf(names)}]`, message },
  { selector: `NewExpression[callee.property.name=${anyOf(names)}]`, message },
];
const workers = construction(FORBIDDEN_NEW.slice(0, 2), workerStarts);
const exits = [
  ...construction(FORBIDDEN_NEW.slice(2), waysOut),
  { selector: 'CallExpression[callee.name="importScripts"]', message: workerStarts },
  { selector: 'CallExpression[callee.property.name="importScripts"]', message: workerStarts },
  { selector: 'CallExpression[callee.property.name="sendBeacon"]', message: waysOut },
  { selector: 'CallExpression[callee.name="open"]', message: waysOut },
  {
    selector: `CallExpression[callee.object.name=${anyOf(GLOBALS)}][callee.property.name="open"]`,
    message: waysOut,
  },
  {
    selector: `MemberExpression[property.name=${anyOf(['contentWindow', 'contentDocument'])}]`,
    message: intoFrames,
  },
  {
    selector: `MemberExpression[object.name=${anyOf(GLOBALS)}][property.name="frames"]`,
    message: intoFrames,
  },
  {
    selector: `ObjectPattern > Property[key.name=${anyOf(['contentWindow', 'contentDocument'])}]`,
    message: intoFrames,
  },
];
const staticStyle = {
  selector: 'SvelteAttribute[key.name="style"][value.length=1] > SvelteLiteral',
  message: 'The content policy forbids a static style attribute; use a class.',
};

const below = (folder) => `^\\.{1,2}/(.*/)?${folder}(/|$)`;
const notTheDoor = {
  regex: '^\\.{1,2}/(.*/)?engine/(?!index$)',
  message: 'Import from engine/index, the only door.',
};
const forbid = (folders, message) => folders.map((folder) => ({ regex: below(folder), message }));
const noNode = { regex: '^node:', message: 'This folder runs in every host.' };
const imports = (patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const pureGlobals = [
  'performance',
  'console',
  'window',
  'document',
  'self',
  'navigator',
  'fetch',
  'process',
  'setTimeout',
  'setInterval',
  'localStorage',
  'indexedDB',
];

const house = {
  'max-lines': ['error', 400],
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-script-url': 'error',
  'no-debugger': 'error',
  'no-empty': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'no-unused-expressions': 'off',
  'no-unreachable': 'error',
  'no-fallthrough': 'error',
  'no-unsafe-finally': 'error',
  'valid-typeof': 'error',
  'use-isnan': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
};

const SCRIPTS = ['**/*.{js,mjs,ts,svelte}'];
const SOURCE = ['src/**/*.{ts,svelte}'];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'build/**',
      'node_modules/',
      'bench/data/',
      'bench/out/',
      'test-results/',
      'playwright-report/',
      'src/engine/formula/parser.js',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommended,
  svelte.configs.recommended,
  {
    files: SCRIPTS,
    rules: {
      ...house,
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/no-unused-svelte-ignore': 'off',
      // Tables and results are raw on purpose: they are replaced, never changed.
      'svelte/prefer-svelte-reactivity': 'off',
      // Vega and canvases draw into an element of their own.
      'svelte/no-dom-manipulating': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },
  { files: SOURCE, rules: { 'no-restricted-syntax': ['error', ...workers, ...exits, staticStyle] } },
  // It tries the ways out, to show that the browser refuses them.
  {
    files: ['src/workers/self-test/attempts.ts', 'src/ui/state/self-test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...workers, staticStyle] },
  },
  { files: ['src/workers/start-worker.ts'], rules: { 'no-restricted-syntax': ['error', ...exits] } },
  {
    files: ['src/engine/**/*.ts'],
    rules: {
      ...imports([...forbid(['ui', 'workers', 'cli'], 'The engine knows nothing of its hosts.'), noNode]),
      'no-restricted-globals': [
        'error',
        ...pureGlobals.map((name) => ({ name, message: 'The engine is pure.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Draws come from a hash of values and seed.' },
        { object: 'Date', property: 'now', message: 'The engine has no clock.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...workers,
        ...exits,
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The engine has no clock.',
        },
      ],
    },
  },
  {
    files: ['src/workers/**/*.ts'],
    rules: imports([...forbid(['ui', 'cli'], 'Workers know the engine only.'), notTheDoor, noNode]),
  },
  {
    files: ['src/sender/**/*.ts'],
    rules: imports([
      ...forbid(['ui', 'engine', 'workers', 'cli'], 'A sender knows nothing of the app.'),
      noNode,
    ]),
  },
  {
    files: ['src/share-target/**/*.ts'],
    rules: imports([
      ...forbid(['ui', 'engine', 'workers', 'sender', 'cli'], 'The service worker knows nothing of the app.'),
      noNode,
    ]),
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: {
      ...imports([...forbid(['ui', 'workers'], 'The runner knows the engine only.'), notTheDoor]),
      // Its "open" opens files.
      'no-restricted-syntax': ['error', ...workers, ...construction(FORBIDDEN_NEW.slice(2), waysOut)],
    },
  },
  {
    files: ['src/ui/**/*.{ts,svelte}'],
    rules: imports([
      notTheDoor,
      {
        regex: '^\\.{1,2}/(.*/)?engine/index$',
        message: 'The page takes only types from the engine.',
        allowTypeImports: true,
      },
      {
        regex: '^\\.{1,2}/(.*/)?workers/(?!client$|api$)',
        message: 'The page talks to workers/client.',
        allowTypeImports: true,
      },
      {
        regex: below('sender'),
        message: 'The page takes only types from the senders.',
        allowTypeImports: true,
      },
      ...forbid(['cli'], 'The page does not know the runner.'),
      noNode,
    ]),
  },
  // AssemblyScript is no TypeScript to the compiler, and its === compares addresses.
  { files: ['src/kernels/*.ts'], rules: { eqeqeq: 'off' } },
);
