import { dataUrl } from './base64';
import { at, parsed, textAt } from './json';
import type { Heard, Protocol } from './question';
import { refusalIn } from './refusal';

/** What Ollama, LM Studio and many others speak: OpenAI's older chat completions as a stream. */
export const chatCompletions: Protocol = {
  request: ({ picture, prompt, model, key }, address) => ({
    url: `${address}/chat/completions`,
    headers: {
      'content-type': 'application/json',
      ...(key !== '' && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({
      model,
      stream: true,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: prompt },
            { type: 'image_url', image_url: { url: dataUrl(picture) } },
          ],
        },
      ],
    }),
  }),
  heard(data): Heard[] {
    if (data.trim() === '[DONE]') return [{ end: 'whole' }];
    const event = parsed(data);
    const error = at(event, 'error');
    if (error !== undefined && error !== null) return [{ trouble: refusalIn(error) }];
    const text = textAt(event, 'choices', 0, 'delta', 'content');
    return [...(text === '' ? [] : [{ text }]), ...ended(textAt(event, 'choices', 0, 'finish_reason'))];
  },
};

/** Not all who speak it send `[DONE]`. */
function ended(reason: string): Heard[] {
  if (reason === '') return [];
  if (reason === 'content_filter') return [{ end: 'blocked' }];
  return [{ end: reason === 'length' ? 'length' : 'whole' }];
}
