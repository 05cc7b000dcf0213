import type { FaultInTurn } from '../../engine/index';
import type { KeptSteps } from '../../workers/own-steps-api';
import { fewNames } from './effect-ahead';
import { text } from './error-words';
import { errorText } from './errors';
import { counted } from './format';

/** Words of the steps that are kept to be used again as one. */
export const OWN_STEPS = {
  keep: 'Keep steps to use again',
  title: 'Your own',
  line: 'Steps you kept, added together as one. They lie in this browser; as a file, others can use them.',
  none: 'Steps you do again and again can be kept under a name and added as one, to this file or another.',
  open: 'Open a file of steps',
  joined: 'Steps that put files together cannot be kept: another file has other files beside it.',
  learn: 'What they learnt is not kept. They learn anew from each table they are used on.',
  unwritable:
    'One column cannot stand for two, or a step names its columns in a way that cannot be changed. Give the columns these names first.',
} as const;

/** "3 steps · needs Country and Quantity" */
export function keptFacts({ group, needs }: KeptSteps): string {
  const steps = counted(group.steps.length, 'step');
  return needs.length === 0 ? steps : `${steps} · needs ${fewNames(needs)}`;
}

/** "Tidy towns added: 3 steps." */
export const addedSaid = (name: string, steps: number): string => `${name} added: ${counted(steps, 'step')}.`;

/** Why kept steps cannot be added to this table; nothing has changed. */
export const faultSaid = (fault: FaultInTurn): string =>
  fault.code === 'name-taken'
    ? `${text(fault.details, 'column')} is there already, and these steps would make it once more.`
    : errorText(fault).sentence;

/** "Tidy towns is kept. It stands under Features, ready to be used." `here`: seen from there. */
export const keptSaid = (name: string, here: boolean): string =>
  here ? `${name} is kept.` : `${name} is kept. It stands under Features, ready to be used.`;

export const takenSaid = (name: string): string => `There are kept steps called ${name} already.`;
