import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventReader } from '../../src/sender/sse';

const all = (pieces: readonly string[]): string[] => {
  const reader = new EventReader();
  return pieces.flatMap((piece) => reader.push(piece));
};

describe('EventReader', () => {
  // The examples of WHATWG HTML, "Interpreting an event stream".
  it.each([
    ['joins the lines of one event', 'data: YHOO\ndata: +2\ndata: 10\n\n', ['YHOO\n+2\n10']],
    [
      'skips comments and ids, takes one space away',
      ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n',
      ['first event', 'second event', ' third event'],
    ],
    ['takes empty data for data', 'data\n\ndata\ndata\n\ndata:\n\n', ['', '\n', '']],
    ['gives nothing for an event that is not whole', 'data: a\n\ndata: b\n', ['a']],
    ['knows a byte order mark and old line ends', '\ufeffdata: a\r\rdata: b\r\n\r\n', ['a', 'b']],
    ['does not take other fields for data', 'database: 1\nevent: x\n\n', []],
  ])('%s', (_name, text, expected) => {
    expect(all([text])).toEqual(expected);
  });

  it('gives the same however the text is cut', () => {
    const text = '\ufeffevent: a\r\ndata: {"x":1}\r\n\r\n: ping\n\ndata: é\ndata: 2\n\ndata: end\r\r';
    const whole = all([text]);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        expect(all(places.slice(1).map((to, i) => text.slice(places[i], to)))).toEqual(whole);
      }),
    );
  });
});
