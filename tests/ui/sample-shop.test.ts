import { describe, expect, it } from 'vitest';
import shown from '../../src/ui/text/sample-shop.json';
import { sampleShares } from '../support/sample-shares';

describe('the picture on the landing page', () => {
  it('shows what the engine makes of the sample shop', async () => {
    // If this fails after a change of the engine: node tools/make-sample-shares.mjs, and look at the landing page.
    expect(shown).toEqual(await sampleShares());
  });
});
