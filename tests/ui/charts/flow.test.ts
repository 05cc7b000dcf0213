import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { bandPath, flowLayout, labelHeights } from '../../../src/ui/charts/flow';
import { flowSpec } from '../../../src/ui/charts/flow-spec';
import { moves } from '../fixtures/moves';
import { theme } from '../fixtures/theme';

describe('flowLayout', () => {
  const { bars, bands } = flowLayout(moves, 320);
  const side = (wanted: 'then' | 'now') => bars.filter((bar) => bar.side === wanted);

  it('stacks as many customers on both sides, those new and gone last', () => {
    expect(side('then').map(({ place, customers }) => [place, customers])).toEqual([
      [1, 30],
      [2, 50],
      [null, 20],
    ]);
    expect(side('now').map(({ place, customers }) => [place, customers])).toEqual([
      [1, 45],
      [2, 45],
      [null, 10],
    ]);
  });

  it('is as high as it may be, with gaps between the bars', () => {
    // 100 customers in 320 − 2 × 10 pixels.
    expect(side('then').map(({ y, height }) => [y, height])).toEqual([
      [0, 90],
      [100, 150],
      [260, 60],
    ]);
    expect(Math.max(...bars.map(({ y, height }) => y + height))).toBe(320);
  });

  it('fills each bar with its bands, none over another', () => {
    for (const [wanted, at] of [
      ['then', 'left'],
      ['now', 'right'],
    ] as const) {
      for (const { place, y, height } of side(wanted)) {
        const here = bands.filter(({ from, to }) => (wanted === 'then' ? from : to) === place);
        let next = y;
        for (const band of here.sort((a, b) => a[at] - b[at])) {
          expect(band[at]).toBeCloseTo(next, 9);
          next += band.height;
        }
        expect(next).toBeCloseTo(y + height, 9);
      }
    }
  });

  it('knows who stays', () => {
    expect(bands.filter(({ stays }) => stays).map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('holds where nobody is', () => {
    expect(flowLayout({ ...moves, flows: [] }, 320)).toEqual({ bars: [], bands: [] });
  });

  it('draws one mark a band, bar and name', () => {
    const words = { id: (_: string, place: number | null) => place, name: () => 'x' };
    const spec = flowSpec({ bars, bands }, words, theme, { width: 864, height: 320, room: 220 });
    expect(() => compile(spec)).not.toThrow();
    expect(bandPath(bands[0]!, 0, 100)).toBe('M0,0.0C50,0.0,50,0.0,100,0.0V60.0C50,60.0,50,60.0,0,60.0Z');
  });

  it('keeps names apart where bars are thin', () => {
    const thin = [0, 2, 40].map((y) => ({ side: 'now' as const, place: 1, customers: 1, y, height: 2 }));
    expect(labelHeights(thin, 18)).toEqual([1, 19, 41]);
  });
});
