import * as Comlink from 'comlink';
import { PieceWorker } from './piece-worker';

Comlink.expose(new PieceWorker());
