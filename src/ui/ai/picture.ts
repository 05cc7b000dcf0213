import type { Picture } from '../../sender/messages';
import { pictureCanvas, pngOf } from '../charts/downloads';
import type { ChartToSend } from './charts-to-send';

/** A question with its picture, or why there is none. */
export type Drawn = { picture: Picture; prompt: string } | 'drawing' | 'not-drawn';

/** The chart as a PNG file and its size in pixels; null where it could not be drawn. */
export async function drawPicture(chart: ChartToSend): Promise<Picture | null> {
  const canvas = await pictureCanvas(chart);
  const blob = await pngOf(canvas);
  if (!blob) return null;
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height };
}
