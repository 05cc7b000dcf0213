import { describe, expect, it } from 'vitest';
import { layPicture, pictureSvg } from '../../../src/ui/charts/picture';

const words = { title: 'After three', line: 'Differences left', note: 'On 3,000', credit: 'Tessera · a.csv' };
const sixPerLetter = (text: string) => text.length * 6;

describe('layPicture', () => {
  it('stands title and line above the chart, note and credit below it', () => {
    const { chart, texts, height } = layPicture(words, { width: 300, height: 100 }, sixPerLetter);
    const [title, line, note, credit] = texts.map(({ y }) => y);
    expect([
      title! < line!,
      line! < chart.y,
      note! > chart.y + 100,
      credit! > note!,
      credit! < height,
    ]).toEqual(Array.from({ length: 5 }, () => true));
  });

  it('breaks what is wider than the chart', () => {
    const long = { ...words, note: 'one two three four' };
    const { texts } = layPicture(long, { width: 50, height: 10 }, sixPerLetter);
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['one two', 'three', 'four']));
  });

  it('leaves no gap for words that are not there', () => {
    const bare = layPicture({ ...words, note: '' }, { width: 300, height: 100 }, sixPerLetter);
    const full = layPicture(words, { width: 300, height: 100 }, sixPerLetter);
    expect(full.height - bare.height).toBe(40);
  });
});

describe('pictureSvg', () => {
  it('puts the chart inside and escapes names', () => {
    const picture = layPicture({ ...words, title: 'R & <B>' }, { width: 300, height: 100 }, sixPerLetter);
    const colours = { paper: '#fff', ink: '#000', ink2: '#555', font: 'Public Sans' };
    const svg = pictureSvg(picture, '<svg class="marks" width="300"></svg>', colours);
    expect(svg).toContain('R &amp; &lt;B&gt;');
    expect(svg).toContain(`<svg x="32" y="${picture.chart.y}" class="marks"`);
  });
});
