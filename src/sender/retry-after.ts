import { at, parsed, textAt } from './json';

/**
 * Seconds to wait before another request, rounded up: of the header, where its server lets a page read it, or of Google's
 * `retryDelay`; nothing where neither says.
 * RFC 9110, 10.2.3.
 */
export function waitOf(headers: Headers, body: string, now: number): { after?: number } {
  const header = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(header)) return { after: Number(header) };
  const until = Date.parse(header);
  if (!Number.isNaN(until)) return { after: Math.max(0, Math.ceil((until - now) / 1000)) };
  return delayIn(parsed(body));
}

function delayIn(answer: unknown): { after?: number } {
  const details = at(answer, 'error', 'details') ?? at(answer, 0, 'error', 'details');
  for (const detail of Array.isArray(details) ? details : []) {
    const [, seconds] = /^(\d+(?:\.\d+)?)s$/.exec(textAt(detail, 'retryDelay')) ?? [];
    if (seconds !== undefined) return { after: Math.ceil(Number(seconds)) };
  }
  return {};
}
