import Columns3 from '@lucide/svelte/icons/columns-3';
import Download from '@lucide/svelte/icons/download';
import FileText from '@lucide/svelte/icons/file-text';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import Group from '@lucide/svelte/icons/group';
import Hammer from '@lucide/svelte/icons/hammer';
import Lock from '@lucide/svelte/icons/lock';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import Repeat from '@lucide/svelte/icons/repeat';
import Store from '@lucide/svelte/icons/store';
import Trash2 from '@lucide/svelte/icons/trash-2';
import { segmentLetter } from '../../parts/segment-letter';
import { SHELVES } from '../../screens/export/shelves';
import { chooseFile } from '../../state/choose-file.svelte';
import { dialogs } from '../../state/dialogs.svelte';
import { addressOf, route } from '../../state/route.svelte';
import { workspace } from '../../state/workspace.svelte';
import { CATALOGUE } from '../../steps/catalogue';
import { placeOf } from '../../steps/catalogue/entry';
import { fileItems } from '../file-items';
import { placesNow, type PlaceState } from '../places';
import { recipeItems } from '../recipe-items';
import { themeItems } from '../theme-items';
import { workItems } from '../work-items';
import { ASK } from '../../text/ai';
import type { Command } from './find-commands';
import { ITEM_WORDS } from './item-words';
import { leadCommands } from './lead-commands';

const to = (address: string) => () => void (location.hash = address);

/** Everything the app can do as it stands now, in groups. */
export function commandsNow(): Command[] {
  const isOpen = workspace.status === 'open';
  const leads = leadCommands(isOpen, workspace.segmentation);
  return isOpen
    ? [...going(), ...doing(), ...steps(), ...segments(), ...columns(), ...always(), ...leads]
    : [...start(), ...leads];
}

const start = (): Command[] => [
  {
    group: 'Begin',
    label: 'Choose a file',
    icon: FolderOpen,
    words: 'open import excel csv load session recipe passphrase apply',
    action: () => chooseFile.ask(),
  },
  {
    group: 'Begin',
    label: 'Try the sample shop',
    icon: Store,
    words: 'example demo test data',
    disabled: workspace.working,
    action: () => void chooseFile.sample(),
  },
  {
    group: 'Begin',
    label: 'Stored work',
    icon: FileText,
    words: 'open saved sessions rename passphrase continue recent keep',
    action: () => route.go('sessions'),
  },
  ...always(),
];

/** What people look for at a place, by other words than its own. */
const PLACE_WORDS: Readonly<Record<PlaceState['place'], string>> = {
  data: 'file table rows import preview check columns mean roles customer order money date currency findings grouped described',
  clean: 'tidy fix repair suggestions missing duplicates spelling delete rename apply outliers text types',
  explore:
    'chart plot graph split by compare distribution histogram bar scatter box plot heat map heatmap pareto correlation trend pivot outliers unusual rows missing blanks brush selection select matrix pairs two columns time findings make a segment',
  features: 'variables prepare scale encode log rfm per customer lifetime value own steps kept',
  segments: 'clusters groups results profiles personas cards rules action todo since last time',
  export: `download save take away ${SHELVES.map(({ words }) => words).join(' ')}`,
};

/** Said of what is there once customers are in segments. */
const segmentsFirst = () => (workspace.segmentation ? {} : { needs: 'segment first' });

const going = (): Command[] => [
  ...placesNow().map(({ place, label, icon }) => ({
    group: 'Go to',
    label,
    words: PLACE_WORDS[place],
    icon,
    action: () => route.go(place),
  })),
  ...SHELVES.map(({ id, label, words }) => ({
    group: 'Go to',
    label: `Export: ${label}`,
    words: `download save take away ${words}`,
    icon: Download,
    ...segmentsFirst(),
    action: to(addressOf('export', id)),
  })),
];

const doing = (): Command[] => [
  {
    group: 'Do',
    label: workspace.segmentation ? 'Segment my customers anew' : 'Segment my customers',
    words: 'cluster group k-means',
    icon: Group,
    disabled: workspace.working,
    action: () => void workspace.segmentCustomers().then((done) => done && route.go('segments')),
  },
  {
    group: 'Do',
    label: ASK,
    words: 'explain help openai anthropic google ollama gpt claude gemini lm studio chart picture answer key',
    icon: MessageSquareText,
    ...segmentsFirst(),
    action: () => (workspace.segmentation ? dialogs.openExplain() : route.go('segments')),
  },
  ...workItems().map((item) => ({ group: 'Do', words: 'shortcut keyboard keys', ...item })),
  ...fileItems().map((item) => ({ group: 'File', words: ITEM_WORDS[item.label] ?? '', ...item })),
  ...recipeItems()
    .filter(({ label }) => !fileItems().some((item) => item.label === label))
    .map((item) => ({ group: 'Recipe', words: ITEM_WORDS[item.label] ?? '', ...item })),
  {
    group: 'Recipe',
    label: 'Apply a saved recipe or model',
    icon: Repeat,
    words: 'open load run json file session',
    action: () => chooseFile.ask(),
  },
];

/** Steps that can be added to the table as it stands. */
const steps = (): Command[] =>
  CATALOGUE.filter(({ start }) => start(workspace.understanding?.columns ?? [], null) !== null).map(
    ({ title, about, words = '', group }) => ({
      group: 'Add a step',
      label: title,
      words: `${about} ${words} ${group}`,
      icon: Hammer,
      action: to(addressOf(placeOf(group), undefined, new URLSearchParams({ step: title }))),
    }),
  );

const segments = (): Command[] =>
  (workspace.segmentation?.segments ?? []).map(({ id, name }) => ({
    group: 'Segments',
    label: `${segmentLetter(id)} ${name}`,
    action: () => {
      workspace.choose(id);
      route.go('segments');
    },
  }));

const columns = (): Command[] =>
  (workspace.understanding?.columns ?? []).map(({ name }) => ({
    group: 'Look at a column',
    label: name,
    icon: Columns3,
    action: to(addressOf('explore', name)),
  }));

const always = (): Command[] => [
  {
    group: 'About',
    label: 'Delete stored work…',
    icon: Trash2,
    words: 'remove erase clear sessions everything',
    action: () => route.go('sessions'),
  },
  {
    group: 'About',
    label: 'Privacy',
    icon: Lock,
    words:
      'policy self-test network offline csp hash build check shared files service worker stored proof keys',
    action: () => route.go('privacy'),
  },
  {
    group: 'About',
    label: 'Statement on personal data',
    icon: FileText,
    words: 'gdpr officer print',
    action: to(addressOf('privacy', 'statement')),
  },
  ...themeItems().map(({ label, ...item }) => ({ group: 'Look', label: `${label} theme`, ...item })),
];
