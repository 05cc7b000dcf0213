import { describe, expect, it } from 'vitest';
import { addressesIn, addressOf } from '../../src/sender/address';
import { PROVIDERS } from '../../src/sender/providers';
import { policies, policyOf, senders } from '../../tools/page-policy.mjs';

describe('addressOf', () => {
  it.each([
    ['http://localhost:11434/v1', { address: 'http://localhost:11434/v1' }],
    [' http://127.0.0.1:1234/v1/ ', { address: 'http://127.0.0.1:1234/v1' }],
    ['http://localhost:8080', { address: 'http://localhost:8080' }],
    ['http://[::1]:11434/v1', { refused: 'write-localhost' }],
    ['https://example.org/v1', { refused: 'not-here' }],
    ['http://localhost.example.org/v1', { refused: 'not-here' }],
    ['http://192.168.0.4:11434/v1', { refused: 'not-here' }],
    ['http://me:pass@localhost/v1', { refused: 'not-an-address' }],
    ['http://localhost/v1?to=x', { refused: 'not-an-address' }],
    ['file:///etc/hosts', { refused: 'not-an-address' }],
    ['localhost:11434', { refused: 'not-an-address' }],
    ['', { refused: 'not-an-address' }],
  ])('takes this computer and nothing else: %s', (text, expected) => {
    expect(addressOf(text, 'this-computer')).toEqual(expected);
  });

  it('takes what a policy names', () => {
    const allowed = ['https://ai.example.org'];
    expect(addressOf('https://ai.example.org/openai/v1', allowed)).toEqual({
      address: 'https://ai.example.org/openai/v1',
    });
    expect(addressOf('https://ai.example.com/v1', allowed)).toEqual({ refused: 'not-in-policy' });
  });
});

describe('the policy of a sender', () => {
  it.each(Object.keys(PROVIDERS))('names what %s needs', (name) => {
    expect(Object.keys(policies.senders)).toContain(name);
    const addresses = addressesIn(policyOf(`/under/a/path/ai-${name}.html`));
    expect(addresses).toEqual(policies.senders[name]);
    expect(addresses.join(' ')).not.toMatch(/'self'|\*\.|https?:(\s|$)/);
  });

  it('names each provider by one origin', () => {
    const own = Object.entries(PROVIDERS).filter(([, { ownAddress }]) => !ownAddress);
    const origins = own.map(([name, { address }]) => [name, [new URL(address).origin]]);
    expect(origins.map(([name]) => [name, policies.senders[name as string]])).toEqual(origins);
  });

  it('is that of the page for every other document', () => {
    expect(['index.html', '/', '/ai-other.html', '/x/ai-openai.html/'].map(policyOf)).toEqual([
      policies.page,
      policies.page,
      policies.page,
      policyOf('ai-openai.html'),
    ]);
  });

  it('does not let a document be built that no address was written for', () => {
    expect(senders).toEqual(['openai', 'anthropic', 'google', 'local', 'browser']);
    expect(policyOf('ai-compatible.html')).toContain("connect-src 'none'");
  });

  it('lets that of the browser’s own model reach nobody', () => {
    expect(policyOf('/x/ai-browser.html')).toMatch(/^default-src 'none'; .*; connect-src 'none'$/);
    expect(addressesIn(policyOf('ai-browser.html'))).toEqual([]);
  });
});
