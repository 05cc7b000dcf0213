/** The words that go into a picture with its chart. */
export interface PictureWords {
  title: string;
  line: string;
  note: string;
  /** "Tessera · file · date of data". */
  credit: string;
}

export interface PictureText {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  size: number;
  weight: number;
  quiet: boolean;
}

export interface Picture {
  width: number;
  height: number;
  chart: { x: number; y: number };
  texts: PictureText[];
}

/** Width of a text in pixels at that size and weight. */
export type Measure = (text: string, size: number, weight: number) => number;

const MARGIN = 32;
const STYLES = {
  title: { size: 20, line: 28, weight: 600, quiet: false },
  line: { size: 13, line: 20, weight: 400, quiet: true },
  note: { size: 13, line: 20, weight: 400, quiet: true },
  credit: { size: 12, line: 16, weight: 500, quiet: true },
} as const;

/** Where everything stands in a picture: title and line above the chart, note and credit below it. */
export function layPicture(
  words: PictureWords,
  chart: { width: number; height: number },
  measure: Measure,
): Picture {
  const texts: PictureText[] = [];
  let y = MARGIN - 8;
  const write = (part: keyof typeof STYLES, gap: number) => {
    const { size, line, weight, quiet } = STYLES[part];
    const lines = wrapped(words[part], chart.width, (text) => measure(text, size, weight));
    if (lines.length === 0) return;
    y += gap;
    for (const text of lines) {
      texts.push({ text, x: MARGIN, y: y + line - (line - size) / 2 - 2, size, weight, quiet });
      y += line;
    }
  };
  write('title', 0);
  write('line', 0);
  y += 24;
  const at = { x: MARGIN, y };
  y += chart.height;
  write('note', 20);
  write('credit', 16);
  return { width: chart.width + 2 * MARGIN, height: y + MARGIN - 8, chart: at, texts };
}

function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** The picture as a drawing of its own, with the chart's drawing inside. */
export function pictureSvg(
  picture: Picture,
  chartSvg: string,
  colours: { paper: string; ink: string; ink2: string; font: string },
): string {
  const { width, height, chart } = picture;
  const texts = picture.texts.map(
    ({ text, x, y, size, weight, quiet }) =>
      `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${quiet ? colours.ink2 : colours.ink}">${escaped(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<g font-family="${escaped(colours.font)}">${texts.join('')}</g>`,
    chartSvg.replace(/<svg /, `<svg x="${chart.x}" y="${chart.y}" `),
    '</svg>',
  ].join('\n');
}
