import type { Segmentation } from '../../engine/index';
import type { AxisWords } from '../charts/map-look';
import type { PictureWords } from '../charts/picture';
import { segmentLetter } from '../parts/segment-letter';
import { counted, inWords } from './format';
import { wholeShares } from './shares';

/** Charts that can be sent to an AI. */
export type AiChart = 'profiles' | 'differences' | 'sizes' | 'map' | 'how-many';

export const CHART_LABELS: Readonly<Record<AiChart, string>> = {
  profiles: 'Profiles',
  differences: 'Differences',
  sizes: 'Sizes',
  map: 'Map',
  'how-many': 'How many segments',
};

export const AXIS_WORDS: AxisWords = {
  left: '',
  right: 'First direction of difference',
  up: 'Second direction of difference',
  down: '',
};
export const COUNT_AXIS = 'Number of segments';

const LINES: Readonly<Record<AiChart, string>> = {
  profiles: 'Mean of each segment in standard deviations from the mean of all customers',
  differences: 'Mean of each segment divided by the mean of all customers',
  sizes: 'Each whole is 100 tiles',
  map: 'Each mark is a group of ten customers or more; near each other means alike',
  'how-many': 'Differences left inside the segments, as a share of all differences',
};

const leftOutWords = (leftOut: number): string =>
  leftOut === 0 ? '' : `${counted(leftOut, 'segment')} with fewer than ten customers left out.`;

/** "Customers: A 18 %, B 82 %. Money: …", for nobody counts tiles; money only where that of all is known. */
function sharesLine({ segments }: Segmentation): string {
  const wholes = [
    { title: 'Customers', shares: segments.map(({ share }) => share) },
    { title: 'Money', shares: segments.flatMap(({ revenueShare }) => revenueShare ?? []) },
  ].filter(({ shares }) => shares.length === segments.length);
  const told = wholes.map(({ title, shares }) => {
    const words = wholeShares(shares);
    return `${title}: ${segments.map(({ id }, i) => `${segmentLetter(id)}\u00a0${words[i]}`).join(', ')}.`;
  });
  return [`${LINES.sizes}.`, ...told].join(' ');
}

const ofSegments = (chart: AiChart): boolean => chart !== 'how-many';

/** What stands in the picture beside the chart: no file, no name. */
export const chartWords = (chart: AiChart, shown: Segmentation, leftOut: number): PictureWords => ({
  title:
    chart === 'how-many'
      ? 'How many segments the customers fall into'
      : `${CHART_LABELS[chart]}: ${inWords(shown.segments.length)} customer segments`,
  line: chart === 'sizes' ? sharesLine(shown) : LINES[chart],
  note: ofSegments(chart) ? leftOutWords(leftOut) : '',
  credit: '',
});

const SEEN: Readonly<Record<AiChart, string>> = {
  profiles:
    'It has one row per feature and one line per segment; a letter stands where the mean of a segment lies.',
  differences: 'It is a table: rows are features, columns are segments, 1× is the average of all customers.',
  sizes: 'It shows the share of customers of each segment, and of the money they bring where that is known.',
  map: 'It is a map of the customers in two directions, one colour and shape per segment.',
  'how-many':
    'It shows how much difference is left inside the segments for each number of segments; the filled point is the number chosen.',
};

const ASKED: Readonly<Record<AiChart, string>> = {
  profiles: 'Say how each segment differs from the others.',
  differences: 'Say what sets each segment apart.',
  sizes: 'Say which segments matter most, and why.',
  map: 'Say which segments lie close together, which stand apart, and what that means.',
  'how-many': 'Say whether the number chosen is reasonable, and what speaks for another one.',
};

/** As features are called that hold a value. */
const KIND = /, kind \d+$/;

/** The words that go with the picture; as free of names as the picture. */
export function chartPrompt(
  chart: AiChart,
  { segments, features: shown }: Segmentation,
  { columns, leftOut }: { columns: boolean; leftOut: number },
): string {
  const features = chart === 'profiles' || chart === 'differences';
  return [
    ofSegments(chart)
      ? `The picture shows ${inWords(segments.length)} customer segments, called by letters. ${SEEN[chart]}`
      : `The picture is about how many segments customers fall into. ${SEEN[chart]}`,
    ...(features && !columns ? ['The features are not named; call them as the picture does.'] : []),
    ...(features && columns && shown.some(({ label }) => KIND.test(label))
      ? ['A feature called kind 1, kind 2 and so on is a value of that column; the values are not named.']
      : []),
    ...(leftOut > 0 && ofSegments(chart) ? [leftOutWords(leftOut)] : []),
    ASKED[chart],
    'Write for a marketer, in plain English without headings or lists, at most 150 words.',
    'Use only numbers that can be read in the picture.',
  ].join(' ');
}

/** Who can be asked, by the name of the sender's document. */
export const ASKED_OF: Readonly<Record<string, string>> = {
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  google: 'Google',
  local: 'This computer (Ollama, LM Studio)',
  browser: 'The browser’s own model',
  compatible: 'The service set up for this address',
};

export const DIALOG_TITLE = 'Explain a chart with AI';
export const DIALOG_SAYS =
  'One chart is drawn anew, with letters for segments, and sent as a picture with a short text to whom you choose. Nothing else is sent, no row, no customer, no file name, and nothing before you press the button there.';
export const bringKey = (inBrowser: boolean): string =>
  `You need a key of your own there; a model on this computer${inBrowser ? ' or in the browser' : ''} needs none.`;
export const NAME_COLUMNS = 'Name the columns in the picture';
export const CHOOSE = 'Choose…';

export const SECTION_TITLE = 'Explain with AI';
export const SECTION_SAYS =
  'Off until you choose whom to ask. A picture of one chart is sent, without names, after you have seen it.';
export const ASK = 'Ask an AI about a chart';

/** "Written by AI · gemma3 at localhost:11434 · Profiles · 28 Nov 2026"; the browser's own model is at no address. */
export const answerLine = (model: string, to: string, chart: string, day: string): string =>
  `Written by AI · ${[model, to.replace(/^https?:\/\//, '')].filter(Boolean).join(' at ')} · ${CHART_LABELS[chart as AiChart] ?? chart} · ${day}`;

/** "12 numbers, all among our figures", "2 of 12 numbers are not among our figures". */
export function numbersWords(pieces: readonly { text: string; ours?: boolean }[]): string {
  const inWords = pieces.some(({ text, ours }) => ours === undefined && WRITTEN_OUT.test(text));
  return inWords ? `${lookedUpWords(pieces)} ${NOT_LOOKED_UP}` : lookedUpWords(pieces);
}

/** "one" and "second" are too often no number. */
const WRITTEN_OUT =
  /\b(half|halves|thirds?|quarters?|fifths?|tenths?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|dozens?|twice|double[sd]?|triple[sd]?|threefold|twofold)\b/i;
const NOT_LOOKED_UP = 'Numbers in words are not looked up.';

function lookedUpWords(pieces: readonly { ours?: boolean }[]): string {
  const numbers = pieces.filter(({ ours }) => ours !== undefined);
  const foreign = numbers.filter(({ ours }) => ours === false).length;
  if (numbers.length === 0) return 'It holds no number in digits.';
  if (foreign === 0)
    return numbers.length === 1
      ? 'Its one number is among our figures. That does not make the sentence around it right.'
      : `All ${numbers.length} numbers are among our figures. That does not make the sentences around them right.`;
  if (foreign === numbers.length && foreign > 1)
    return `None of its ${foreign} numbers is among our figures; all are marked.`;
  return `${foreign} of ${counted(numbers.length, 'number')} ${foreign === 1 ? 'is' : 'are'} not among our figures, and marked.`;
}

export const NOT_OURS = 'Not among our figures';
export const OF_BEFORE = 'It is about segments as they were then; they have changed since.';
export const CUT_SHORT = 'Cut short here';
export const NOT_WHOLE = 'It is cut short: it did not come to its end.';

export const FRAME_TITLE = 'What is sent, and the button that sends it';
export const KEPT = 'It is kept with your work, at the end of Segments.';
export const ANSWER_TITLE = 'Written by AI';

/** What senders keep on this device, by the names of those it is for. */
export const keptWords = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : `for ${names.map((name) => ASKED_OF[name] ?? name).join(', ')}`;

/** What a sender's document may reach. */
export const reachWords = (addresses: readonly string[]): string =>
  addresses.length === 0
    ? 'no address at all; offered where the browser has a model that reads pictures'
    : `only ${addresses.join(', ')}`;
