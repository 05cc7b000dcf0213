import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignEMail } from '../../../../src/engine/export/profiles/campaign-e-mail';

const label = fc.stringMatching(/^[a-z\d](?:[a-z\d-]{0,20}[a-z\d])?$/);
const local = fc
  .array(fc.stringMatching(/^[a-z\d_][a-z\d+_-]{0,8}$/), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('.'));

describe('campaignEMail', () => {
  it('trims, writes small and takes the address out of angle brackets', () => {
    const written = ['  Ann@Example.COM ', 'Ann <ann@example.com>', 'mailto:ann@example.com'];
    expect(written.map((text) => campaignEMail(text))).toEqual(Array<string>(3).fill('ann@example.com'));
  });

  it.each([
    'ann', 'ann@', '@example.com', 'ann@example', 'ann@@example.com', 'ann@example..com', 'ann@-example.com',
    'ann@example.c', 'ann@example.123', 'ann@127.0.0.1', '.ann@example.com', 'ann.@example.com', 'a..b@example.com',
    'ann smith@example.com', 'ann@exa mple.com', 'ann,bob@example.com', 'ann@example.com,bob@example.com',
    '=cmd|x@example.com', '+ann@example.com', '-ann@example.com', `${'a'.repeat(65)}@example.com`,
    `ann@${'a'.repeat(64)}.com`, `ann@${'abcdefgh.'.repeat(30)}com`, '"ann"@example.com', 'n/a', '-', '',
  ])('refuses %s', (text) => {
    expect(campaignEMail(text)).toBeNull();
  }); // prettier-ignore

  it.each([
    "o'brien@example.co.uk",
    'ann+news@example.com',
    'a@b.io',
    'ann@xn--mller-kva.de',
    'jörg@müller.de',
    '1@2.de',
  ])('takes %s', (text) => {
    expect(campaignEMail(text)).toBe(text);
  });

  it('refuses letters beyond ASCII before the @ where a service does', () => {
    expect([campaignEMail('jörg@müller.de', true), campaignEMail('joerg@müller.de', true)]).toEqual([
      null,
      'joerg@müller.de',
    ]);
  });

  it('takes every plain address, and its own outcome again', () => {
    fc.assert(
      fc.property(
        local,
        fc.array(label, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('com', 'de', 'museum'),
        (name, labels, last) => {
          const address = `${name}@${labels.join('.')}.${last}`;
          expect(campaignEMail(address.toUpperCase())).toBe(address);
        },
      ),
    );
  });

  it('gives null or a text of one @, without blanks, at most 254 long, that it takes again', () => {
    const odd = fc.string({
      unit: fc.constantFrom('a', 'B', '.', '@', '-', '+', ' ', '<', '>', '"', '=', 'ü', '1', '\n', ','),
    });
    fc.assert(
      fc.property(odd, (text) => {
        const address = campaignEMail(text);
        expect(
          address === null || (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(address) && address.length <= 254),
        ).toBe(true);
        expect(campaignEMail(address ?? '')).toBe(address);
      }),
    );
  });

  it('answers long nonsense at once', () => {
    const nonsense = ['a', '.', 'a.', 'a-', '@', '<', 'a@', '@a.', 'ä', '-', '<a>'].flatMap((piece) => [
      piece.repeat(100_000),
      `${piece.repeat(900 / piece.length)}!`,
      `a@${piece.repeat(900 / piece.length)}!`,
      `a@${piece.repeat(200 / piece.length)}.com!`,
    ]);
    const rounds = Array.from({ length: 50 }, () => nonsense.map((text) => campaignEMail(text)));
    expect(new Set(rounds.flat())).toEqual(new Set([null]));
  }, 1000);
});
