import { base64 } from './base64';
import { at, parsed, textAt } from './json';
import type { Heard, Protocol } from './question';
import { refusalIn } from './refusal';

const MOST_TOKENS = 4096;

/** Anthropic's Messages API as a stream. It answers browsers only where the last header says that this is meant. */
export const anthropic: Protocol = {
  request: ({ picture, prompt, model, key }, address) => ({
    url: `${address}/messages`,
    headers: {
      'content-type': 'application/json',
      'x-api-key': key,
      'anthropic-version': '2023-06-01',
      'anthropic-dangerous-direct-browser-access': 'true',
    },
    body: JSON.stringify({
      model,
      max_tokens: MOST_TOKENS,
      stream: true,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: base64(picture) } },
            { type: 'text', text: prompt },
          ],
        },
      ],
    }),
  }),
  heard(data): Heard[] {
    const event = parsed(data);
    switch (textAt(event, 'type')) {
      case 'content_block_delta':
        return [{ text: textAt(event, 'delta', 'text') }];
      case 'message_delta':
        return stopped(textAt(event, 'delta', 'stop_reason'));
      case 'message_stop':
        return [{ end: 'whole' }];
      case 'error':
        return [{ trouble: refusalIn(at(event, 'error')) }];
      default:
        return [];
    }
  },
};

/** A whole answer is told of by `message_stop`. */
function stopped(reason: string): Heard[] {
  if (reason === 'refusal') return [{ end: 'blocked' }];
  return reason === 'max_tokens' ? [{ end: 'length' }] : [];
}
