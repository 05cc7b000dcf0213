import type { TopLevelSpec } from 'vega-lite';
import { saveAs } from '../state/save-as';
import { fileName } from '../text/file-name';
import { chartJson } from './chart-json';
import { chartCsv, type ChartTable } from './chart-table';
import { draw } from './draw';
import { layPicture, pictureSvg, type Measure, type Picture, type PictureWords } from './picture';
import { lightTheme, type ChartTheme } from './theme';

/** What can be taken away of a chart. */
export interface ChartToTake {
  words: PictureWords;
  spec: (theme: ChartTheme) => TopLevelSpec;
  table: ChartTable;
  /** Without its ending. */
  file: string;
}

const SHARPNESS = 2;
/** A drawing may be shown where its face is missing, and others run wider. */
const ROOM_FOR_OTHER_FACES = 1.2;

export function takeNumbers({ table, file }: Pick<ChartToTake, 'table' | 'file'>): void {
  saveAs(new Blob(['\ufeff', chartCsv(table)], { type: 'text/csv;charset=utf-8' }), fileName([file], 'csv'));
}

/** For those who go on drawing: what is drawn and no more, light, with its words. */
export function takeSpec({ words: { title, line }, spec, file }: ChartToTake): void {
  const json = chartJson({ description: `${title}. ${line}.`, ...spec(lightTheme()) });
  saveAs(new Blob([json], { type: 'application/json' }), fileName([file], 'vl.json'));
}

export async function takeDrawing(chart: ChartToTake): Promise<void> {
  const { theme, picture, view } = await drawn(chart, ROOM_FOR_OTHER_FACES);
  const svg = pictureSvg(picture, await view.toSVG(), theme);
  view.finalize();
  saveAs(new Blob([svg], { type: 'image/svg+xml' }), fileName([chart.file], 'svg'));
}

export async function takePicture(chart: ChartToTake): Promise<void> {
  const blob = await pngOf(await pictureCanvas(chart));
  if (blob) saveAs(blob, fileName([chart.file], 'png'));
}

/** A canvas writes pixels and nothing else: no name, no date, no place. */
export const pngOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((done) => canvas.toBlob(done, 'image/png'));

/** The chart with its words, drawn light at twice the size. */
export async function pictureCanvas(chart: Pick<ChartToTake, 'words' | 'spec'>): Promise<HTMLCanvasElement> {
  const { theme, picture, view } = await drawn(chart);
  const inner = await view.toCanvas(SHARPNESS);
  view.finalize();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * SHARPNESS;
  canvas.height = picture.height * SHARPNESS;
  const pen = canvas.getContext('2d')!;
  pen.scale(SHARPNESS, SHARPNESS);
  pen.fillStyle = theme.paper;
  pen.fillRect(0, 0, picture.width, picture.height);
  for (const { text, x, y, size, weight, quiet } of picture.texts) {
    pen.font = `${weight} ${size}px ${theme.font}`;
    pen.fillStyle = quiet ? theme.ink2 : theme.ink;
    pen.fillText(text, x, y);
  }
  pen.drawImage(inner, picture.chart.x, picture.chart.y, inner.width / SHARPNESS, inner.height / SHARPNESS);
  return canvas;
}

async function drawn({ words, spec }: Pick<ChartToTake, 'words' | 'spec'>, slack = 1) {
  const theme = lightTheme();
  const result = await draw(document.createElement('div'), spec(theme));
  const { view } = result!;
  const chart = sizeOf(await view.toSVG());
  return { theme, view, picture: layPicture(words, chart, measureWith(theme, slack)) satisfies Picture };
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width = '0', height = '0'] = /<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
}

function measureWith(theme: ChartTheme, slack: number): Measure {
  const pen = document.createElement('canvas').getContext('2d')!;
  return (text, size, weight) => {
    pen.font = `${weight} ${size}px ${theme.font}`;
    return pen.measureText(text).width * slack;
  };
}
