import { base64 } from './base64';
import { at, parsed, textAt } from './json';
import type { Heard, Protocol } from './question';
import { refusalIn } from './refusal';

const BLOCKED = new Set(['SAFETY', 'RECITATION', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'IMAGE_SAFETY']);

/** Gemini's streamGenerateContent as server-sent events; the key stands in a header, so that no address holds it. */
export const google: Protocol = {
  request: ({ picture, prompt, model, key }, address) => ({
    url: `${address}/models/${encodeURIComponent(model)}:streamGenerateContent?alt=sse`,
    headers: { 'content-type': 'application/json', 'x-goog-api-key': key },
    body: JSON.stringify({
      contents: [
        {
          role: 'user',
          parts: [{ inline_data: { mime_type: 'image/png', data: base64(picture) } }, { text: prompt }],
        },
      ],
    }),
  }),
  heard(data): Heard[] {
    const event = parsed(data);
    const error = at(event, 'error');
    if (error !== undefined) return [{ trouble: refusalIn(error) }];
    if (textAt(event, 'promptFeedback', 'blockReason') !== '') return [{ end: 'blocked' }];
    const parts = at(event, 'candidates', 0, 'content', 'parts');
    const spoken = (Array.isArray(parts) ? parts : []).filter((part) => at(part, 'thought') !== true);
    const text = spoken.map((part) => textAt(part, 'text')).join('');
    return [...(text === '' ? [] : [{ text }]), ...ended(textAt(event, 'candidates', 0, 'finishReason'))];
  },
};

function ended(reason: string): Heard[] {
  if (reason === '') return [];
  if (reason === 'STOP') return [{ end: 'whole' }];
  return [{ end: BLOCKED.has(reason) ? 'blocked' : 'length' }];
}
