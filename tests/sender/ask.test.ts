import { afterEach, describe, expect, it } from 'vitest';
import { ask, type End } from '../../src/sender/ask';
import { PROVIDERS } from '../../src/sender/providers';
import { aiServer, refuse, stream, type AiServer } from './ai-server';
import { BROKEN, FILTERED, LONG, WHOLE } from './answers';

let server: AiServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0x00);
const BASE64 = 'iVBOR/8A';
const question = { picture: PICTURE, prompt: 'What is seen?', model: 'some/model', key: 'sk-secret' };
type Name = keyof typeof WHOLE;
const NAMES = Object.keys(WHOLE) as Name[];

async function asked(
  name: Name,
  answer: Parameters<typeof aiServer>[0],
  { stop = new AbortController(), silence = 20_000, onText = (_: string) => {} } = {},
): Promise<{ end: End; text: string }> {
  server = await aiServer(answer);
  const { protocol } = PROVIDERS[name]!;
  let text = '';
  const end = await ask(protocol.request(question, `${server.url}/v1`), protocol, {
    onText: (piece) => {
      text += piece;
      onText(piece);
    },
    signal: stop.signal,
    silence,
  });
  return { end, text };
}
const failure = (trouble: string, status: number, said = '') => ({
  how: 'failed',
  refusal: { trouble, said },
  status,
});

describe('a request', () => {
  it.each([
    [
      'openai',
      '/v1/responses',
      { authorization: 'Bearer sk-secret' },
      {
        model: 'some/model',
        stream: true,
        store: false,
        input: [
          {
            role: 'user',
            content: [
              { type: 'input_text', text: 'What is seen?' },
              { type: 'input_image', image_url: `data:image/png;base64,${BASE64}` },
            ],
          },
        ],
      },
    ],
    [
      'anthropic',
      '/v1/messages',
      {
        'x-api-key': 'sk-secret',
        'anthropic-version': '2023-06-01',
        'anthropic-dangerous-direct-browser-access': 'true',
      },
      {
        model: 'some/model',
        max_tokens: 4096,
        stream: true,
        messages: [
          {
            role: 'user',
            content: [
              { type: 'image', source: { type: 'base64', media_type: 'image/png', data: BASE64 } },
              { type: 'text', text: 'What is seen?' },
            ],
          },
        ],
      },
    ],
    [
      'google',
      '/v1/models/some%2Fmodel:streamGenerateContent?alt=sse',
      { 'x-goog-api-key': 'sk-secret' },
      {
        contents: [
          {
            role: 'user',
            parts: [{ inline_data: { mime_type: 'image/png', data: BASE64 } }, { text: 'What is seen?' }],
          },
        ],
      },
    ],
    [
      'local',
      '/v1/chat/completions',
      { authorization: 'Bearer sk-secret' },
      {
        model: 'some/model',
        stream: true,
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'What is seen?' },
              { type: 'image_url', image_url: { url: `data:image/png;base64,${BASE64}` } },
            ],
          },
        ],
      },
    ],
  ] as const)('to %s holds picture and prompt and nothing else', async (name, url, headers, body) => {
    await asked(name, stream(WHOLE[name]));
    const [one] = server!.arrived;
    expect(server!.arrived).toHaveLength(1);
    expect([one!.method, one!.url]).toEqual(['POST', url]);
    expect(one!.headers).toMatchObject({ ...headers, 'content-type': 'application/json' });
    expect(JSON.parse(one!.body)).toEqual(body);
    // The key stands in one header and nowhere else.
    expect(one!.url + one!.body).not.toContain('sk-secret');
  });

  it('sends no key where there is none', () => {
    const { headers } = PROVIDERS['local']!.protocol.request(
      { ...question, key: '' },
      'http://localhost:1/v1',
    );
    expect(Object.keys(headers)).toEqual(['content-type']);
  });
});

describe.each(NAMES)('an answer of %s', (name) => {
  it('is passed on as it comes, whole', async () => {
    const pieces: string[] = [];
    const { end, text } = await asked(name, stream(WHOLE[name]), { onText: (piece) => pieces.push(piece) });
    expect(end).toEqual({ how: 'whole' });
    expect(text).toBe('Segment A is ahead.');
    expect(pieces.length).toBeGreaterThan(1);
  });

  it('is whole however its bytes are cut', async () => {
    const cut = WHOLE[name].join('').match(/[^]{1,7}/g)!;
    expect(await asked(name, stream(cut))).toEqual({ end: { how: 'whole' }, text: 'Segment A is ahead.' });
  });

  it('is told as cut off where the stream ends or breaks before its end', async () => {
    const half = WHOLE[name].slice(0, -2);
    expect((await asked(name, stream(half))).end).toEqual(failure('cut-off', 200));
    await server!.close();
    const broken = await asked(
      name,
      stream(half, (response) => void response.destroy()),
    );
    expect(broken.end).toMatchObject({ how: 'failed', refusal: { trouble: 'cut-off' } });
    expect(broken.text).toContain('Segment A');
  });

  it('says when a filter stopped it, and when it is too long', async () => {
    expect((await asked(name, stream(FILTERED[name]))).end).toEqual(failure('blocked', 200));
    await server!.close();
    const long = stream([...WHOLE[name].slice(0, -2), ...LONG[name]]);
    expect((await asked(name, long)).end).toEqual({ how: 'length' });
  });

  it('says what went wrong after it had begun', async () => {
    const { end } = await asked(name, stream(BROKEN[name]));
    expect(end).toMatchObject({ how: 'failed', refusal: { trouble: 'busy' } });
  });
});

describe('an answer', () => {
  it.each([
    [
      'openai',
      401,
      {
        error: {
          message: 'Incorrect API key provided',
          type: 'invalid_request_error',
          code: 'invalid_api_key',
        },
      },
      'key',
    ],
    [
      'openai',
      429,
      { error: { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' } },
      'rate',
    ],
    [
      'openai',
      429,
      {
        error: {
          message: 'You exceeded your current quota, please check your plan and billing details.',
          type: 'insufficient_quota',
          code: 'insufficient_quota',
        },
      },
      'quota',
    ],
    [
      'openai',
      404,
      {
        error: {
          message: 'The model `x` does not exist or you do not have access to it.',
          type: 'invalid_request_error',
          code: 'model_not_found',
        },
      },
      'model',
    ],
    ['openai', 500, { error: { message: 'The server had an error', type: 'server_error' } }, 'busy'],
    [
      'anthropic',
      401,
      { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } },
      'key',
    ],
    [
      'anthropic',
      400,
      {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message: 'Your credit balance is too low to access the Anthropic API.',
        },
      },
      'quota',
    ],
    [
      'anthropic',
      404,
      { type: 'error', error: { type: 'not_found_error', message: 'model: claude-x' } },
      'model',
    ],
    [
      'anthropic',
      413,
      { type: 'error', error: { type: 'request_too_large', message: 'Request exceeds the maximum size' } },
      'too-large',
    ],
    ['anthropic', 529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'busy'],
    [
      'google',
      400,
      {
        error: {
          code: 400,
          message: 'API key not valid. Please pass a valid API key.',
          status: 'INVALID_ARGUMENT',
        },
      },
      'key',
    ],
    [
      'google',
      403,
      { error: { code: 403, message: 'Permission denied', status: 'PERMISSION_DENIED' } },
      'key',
    ],
    [
      'google',
      429,
      [{ error: { code: 429, message: 'Resource has been exhausted', status: 'RESOURCE_EXHAUSTED' } }],
      'rate',
    ],
    [
      'google',
      404,
      { error: { code: 404, message: 'models/x is not found for API version v1beta', status: 'NOT_FOUND' } },
      'model',
    ],
    [
      'local',
      404,
      { error: { message: 'model "x" not found, try pulling it first', type: 'api_error' } },
      'model',
    ],
    ['local', 400, { error: 'this model does not take pictures' }, 'refused'],
  ] as const)('of %s with status %i is told in our words', async (name, status, body, trouble) => {
    const { end } = await asked(name, refuse(status, body));
    expect(end).toMatchObject({ how: 'failed', status, refusal: { trouble } });
  });

  it('repeats what the provider said, of a page that is no answer nothing', async () => {
    expect((await asked('local', refuse(400, { error: 'no pictures' }))).end).toEqual(
      failure('refused', 400, 'no pictures'),
    );
    await server!.close();
    const page = (response: Parameters<Parameters<typeof aiServer>[0]>[0]) => response.end('<h1>Hello</h1>');
    expect((await asked('local', page)).end).toEqual(failure('not-understood', 200));
  });

  it('without a word is told as none', async () => {
    expect((await asked('local', stream(['data: [DONE]\n\n']))).end).toEqual(failure('empty', 200));
    await server!.close();
    const blank = 'data: {"choices":[{"delta":{"content":" \\n"},"finish_reason":"length"}]}\n\n';
    expect((await asked('local', stream([blank]))).end).toEqual(failure('empty', 200));
  });

  it('that comes too often is told with the wait', async () => {
    const { end } = await asked('local', (response) => {
      response.writeHead(429, { 'retry-after': '7', 'access-control-expose-headers': 'retry-after' });
      response.end('{"error":{"message":"Slow down"}}');
    });
    expect(end).toMatchObject({ refusal: { trouble: 'rate', said: 'Slow down', after: 7 } });
  });

  it('is waited for only so long', async () => {
    expect((await asked('openai', () => {}, { silence: 20 })).end).toEqual(failure('time-out', 0));
    await server!.close();
    const quiet = stream(WHOLE.openai.slice(0, 3), () => {});
    const { end, text } = await asked('openai', quiet, { silence: 50 });
    expect(end).toEqual(failure('time-out', 0));
    expect(text).toBe('Segment A ');
  });

  it('can be stopped', async () => {
    const stop = new AbortController();
    const quiet = stream(WHOLE.google.slice(0, 2), () => {});
    const { end, text } = await asked('google', quiet, { stop, onText: () => stop.abort() });
    expect(end).toEqual({ how: 'stopped' });
    expect(text).toBe('Segment A ');
  });

  it('is none where nothing listens', async () => {
    server = await aiServer(() => {});
    const { url } = server;
    await server.close();
    const { protocol } = PROVIDERS['local']!;
    const listening = { onText: () => {}, signal: new AbortController().signal, silence: 20_000 };
    expect(await ask(protocol.request(question, url), protocol, listening)).toEqual(
      failure('unreachable', 0),
    );
    server = undefined;
  });

  it('leads nowhere else', async () => {
    const { end } = await asked('local', (response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:9/' });
      response.end();
    });
    expect(end).toEqual(failure('unreachable', 0));
    expect(server!.arrived).toHaveLength(1);
  });
});
