import { dataUrl } from './base64';
import { at, parsed, textAt } from './json';
import type { Heard, Protocol } from './question';
import { refusalIn } from './refusal';

/** OpenAI's Responses API as a stream; `store: false` asks that nothing be kept for later calls. */
export const openai: Protocol = {
  request: ({ picture, prompt, model, key }, address) => ({
    url: `${address}/responses`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({
      model,
      stream: true,
      store: false,
      input: [
        {
          role: 'user',
          content: [
            { type: 'input_text', text: prompt },
            { type: 'input_image', image_url: dataUrl(picture) },
          ],
        },
      ],
    }),
  }),
  heard(data): Heard[] {
    const event = parsed(data);
    switch (textAt(event, 'type')) {
      case 'response.output_text.delta':
      case 'response.refusal.delta':
        return [{ text: textAt(event, 'delta') }];
      case 'response.completed':
        return [{ end: 'whole' }];
      case 'response.incomplete':
        return [{ end: whyOf(textAt(event, 'response', 'incomplete_details', 'reason')) }];
      case 'response.failed':
        return [{ trouble: refusalIn(at(event, 'response', 'error')) }];
      case 'error':
        return [{ trouble: refusalIn(at(event, 'error') ?? event) }];
      default:
        return [];
    }
  },
};

const whyOf = (reason: string) => (reason === 'content_filter' ? 'blocked' : 'length');
