import * as Comlink from 'comlink';
import { Desk } from './desk';

Comlink.expose(new Desk());
