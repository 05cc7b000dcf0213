import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../src/ui/ai/plain-words';

describe('plainWords', () => {
  it.each([
    ['## Findings\n\nA leads.', 'Findings\n\nA leads.'],
    ['- **Segment A** holds 68 %\n* B\n  - C', '• Segment A holds 68 %\n• B\n  • C'],
    ['1. first\n2. second', '1. first\n2. second'],
    ['See [the page](http://evil.example) and ![a chart](x.png).', 'See the page and a chart.'],
    ['It is *much* and __very__ _far_ `ahead`.', 'It is much and very far ahead.'],
    ['> said\n\n---\n\nthen', 'said\n\n\nthen'],
    ['```\ncode\n```', 'code\n'],
    ['\\*not bold\\*', '*not bold*'],
    // What is no mark stays: products, names of columns, differences, what is not closed yet.
    ['2 * 3 * 4, mean_order_value, -1.64, #1', '2 * 3 * 4, mean_order_value, -1.64, #1'],
    ['so **Segm', 'so Segm'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('of %j are %j', (answer, words) => {
    expect(plainWords(answer)).toBe(words);
  });
});
