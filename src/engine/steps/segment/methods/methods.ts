import { gaussianMixture } from './gaussian-mixture';
import { hierarchical } from './hierarchical';
import { kPrototypesMethod } from './k-prototypes';
import { kmeans } from './kmeans';
import type { Method } from './method';
import { USUAL, type MethodName } from './names';

const METHODS: Readonly<Record<MethodName, Method>> = {
  kmeans,
  hierarchical,
  'gaussian-mixture': gaussianMixture,
  'k-prototypes': kPrototypesMethod,
};

/** The method by its name; k-means where none is given. */
export const methodOf = (name: MethodName = USUAL): Method => METHODS[name];
