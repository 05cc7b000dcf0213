import * as Comlink from 'comlink';
import { PartReader } from './part-reader';

Comlink.expose(new PartReader());
