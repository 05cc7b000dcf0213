/** Answers as the providers' references show them, in the order of their events. */
const named = (events: readonly (readonly [string, unknown])[]): string[] =>
  events.map(([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
const plain = (events: readonly unknown[], end = '\n\n'): string[] =>
  events.map((data) => `data: ${JSON.stringify(data)}${end}`);

const message = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  content: [],
  model: 'claude-sonnet-5',
  stop_reason: null,
  usage: { input_tokens: 472, output_tokens: 2 },
};

/** All of them say "Segment A is ahead." */
export const WHOLE = {
  openai: named([
    ['response.created', { type: 'response.created', response: { id: 'resp_1', status: 'in_progress' } }],
    ['response.output_item.added', { type: 'response.output_item.added', output_index: 0 }],
    ['response.output_text.delta', { type: 'response.output_text.delta', delta: 'Segment A ' }],
    ['response.output_text.delta', { type: 'response.output_text.delta', delta: 'is ahead.' }],
    ['response.output_text.done', { type: 'response.output_text.done', text: 'Segment A is ahead.' }],
    ['response.completed', { type: 'response.completed', response: { id: 'resp_1', status: 'completed' } }],
  ]),
  anthropic: named([
    ['message_start', { type: 'message_start', message }],
    [
      'content_block_start',
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ],
    ['ping', { type: 'ping' }],
    [
      'content_block_delta',
      { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'x' } },
    ],
    [
      'content_block_delta',
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Segment A ' } },
    ],
    [
      'content_block_delta',
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'is ahead.' } },
    ],
    ['content_block_stop', { type: 'content_block_stop', index: 0 }],
    [
      'message_delta',
      { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 15 } },
    ],
    ['message_stop', { type: 'message_stop' }],
  ]),
  google: plain(
    [
      { candidates: [{ content: { parts: [{ text: 'Looking.', thought: true }], role: 'model' } }] },
      { candidates: [{ content: { parts: [{ text: 'Segment A ' }], role: 'model' } }] },
      { candidates: [{ content: { parts: [{ text: 'is ' }], role: 'model' } }] },
      { candidates: [{ content: { parts: [{ text: 'ahead.' }], role: 'model' }, finishReason: 'STOP' }] },
    ],
    '\r\n\r\n',
  ),
  local: [
    ...plain([
      {
        object: 'chat.completion.chunk',
        choices: [{ delta: { role: 'assistant', content: '' }, finish_reason: null }],
      },
      {
        object: 'chat.completion.chunk',
        choices: [{ delta: { content: 'Segment A ' }, finish_reason: null }],
      },
      {
        object: 'chat.completion.chunk',
        choices: [{ delta: { content: 'is ahead.' }, finish_reason: null }],
      },
      { object: 'chat.completion.chunk', choices: [{ delta: {}, finish_reason: 'stop' }] },
    ]),
    'data: [DONE]\n\n',
  ],
} as const;

/** Answers whose last word is that a filter stopped them. */
export const FILTERED = {
  openai: named([
    [
      'response.incomplete',
      { type: 'response.incomplete', response: { incomplete_details: { reason: 'content_filter' } } },
    ],
  ]),
  anthropic: named([['message_delta', { type: 'message_delta', delta: { stop_reason: 'refusal' } }]]),
  google: plain([{ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } }]),
  local: plain([{ choices: [{ delta: {}, finish_reason: 'content_filter' }] }]),
} as const;

/** Answers that reached their greatest length. */
export const LONG = {
  openai: named([
    [
      'response.incomplete',
      { type: 'response.incomplete', response: { incomplete_details: { reason: 'max_output_tokens' } } },
    ],
  ]),
  anthropic: named([['message_delta', { type: 'message_delta', delta: { stop_reason: 'max_tokens' } }]]),
  google: plain([{ candidates: [{ content: { parts: [{ text: 'So' }] }, finishReason: 'MAX_TOKENS' }] }]),
  local: plain([{ choices: [{ delta: { content: 'So' }, finish_reason: 'length' }] }]),
} as const;

/** Errors that come after the stream has begun. */
export const BROKEN = {
  openai: named([
    [
      'response.failed',
      {
        type: 'response.failed',
        response: { error: { code: 'server_error', message: 'The model failed.' } },
      },
    ],
  ]),
  anthropic: named([
    ['error', { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }],
  ]),
  google: plain([{ error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } }]),
  local: plain([{ error: { message: 'internal: model runner has unexpectedly stopped' } }]),
} as const;
