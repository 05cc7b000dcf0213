import { sampleShop } from '../engine/index';

const SEED = 1;

/** The sample shop as a file. */
export const sampleFile = (): File =>
  new File([sampleShop(SEED) as Uint8Array<ArrayBuffer>], 'sample-shop.csv');
