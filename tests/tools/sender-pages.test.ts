import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { senders } from '../../tools/page-policy.mjs';
import { senderPage, senderPages, withSenderPages } from '../../tools/sender-pages.mjs';

describe('the documents of the senders', () => {
  it('are one for each that is offered', () => {
    expect(senderPages).toEqual(senders.map((name) => `ai-${name}.html`));
  });

  it.each(senders)('is the same page under its own name: %s', (name) => {
    const page = senderPage(name);
    const [, entry = ''] = /src="\.(\/src\/sender\/[a-z-]+\.ts)"/.exec(page) ?? [];
    expect(page).toContain(`<html lang="en" data-sender="${name}">`);
    expect(entry).toBe(`/src/sender/${name === 'browser' ? 'browser-main' : 'main'}.ts`);
    expect(existsSync(`.${entry}`)).toBe(true);
    const others = page.replace(`"${name}"`, '').replace(entry, '');
    expect(others).toBe(senderPage('openai').replace('"openai"', '').replace('/src/sender/main.ts', ''));
  });

  it('leave every other page alone', () => {
    const { load } = withSenderPages() as unknown as { load(id: string): string | null };
    expect(load('/x/ai-openai.html')).toBe(senderPage('openai'));
    expect(['/x/index.html', '/x/ai-compatible.html', '/x/ai-openai.html.ts'].map(load)).toEqual([
      null,
      null,
      null,
    ]);
  });
});
