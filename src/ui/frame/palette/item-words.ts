import { OWN_STEPS } from '../../text/own-steps';

/** What people look for in the menus of the file and of the recipe, by other words than the menus have. */
export const ITEM_WORDS: Readonly<Record<string, string>> = {
  'Add another file': 'join append merge combine several files lookup import',
  'Open another file': 'import new load session csv excel',
  'Do the same to another file': 'apply recipe rerun run again repeat next month',
  'Stored work': 'sessions saved rename delete open session apply continue recent keep',
  'Save work as a file':
    'save session passphrase password encrypt lock share send colleague backup export model apply',
  'Close this file': 'exit leave quit end',
  'Name this recipe': 'rename recipe title call work',
  'Save the recipe': 'export recipe json download command line',
  'Compare with another': 'compare recipes difference diff',
  [OWN_STEPS.keep]: 'save own steps reuse macro template',
  'Duplicate this work': 'copy clone branch try variant session',
};
