import { at, parsed, textAt } from './json';
import type { Refusal, Trouble } from './question';

const MOST_WORDS = 300;
const NO_MONEY = /insufficient_quota|billing|credit balance|exceeded your current quota/i;
const KEY = /api[ _-]?key|authentication|unauthori[sz]ed/i;
const MODEL = /model_not_found|model .*(not found|does not exist|not supported)/i;
const FILTER = /content_(policy|filter)|content filter|safety|prohibited/i;

/** What an answer that is no answer says: its status and what stands in it. */
export function refusalOf(status: number, body: string): Refusal {
  const { said, kind } = saidIn(body);
  return { trouble: troubleOf(status, `${kind} ${said}`), said };
}

/** What an error inside a stream says, which has no status of its own. */
export function refusalIn(error: unknown): Refusal {
  const { said, kind } = wordsOf(error);
  const code = Number(at(error, 'code'));
  const known = `${kind} ${said}`;
  if (/overloaded|server_error|unavailable|internal/i.test(known)) return { trouble: 'busy', said };
  if (/rate_limit|resource_exhausted|too many requests/i.test(known)) return { trouble: 'rate', said };
  return { trouble: troubleOf(Number.isFinite(code) ? code : 400, known), said };
}

function troubleOf(status: number, words: string): Trouble {
  if (status === 402 || NO_MONEY.test(words)) return 'quota';
  if (status === 429) return 'rate';
  if (status === 413) return 'too-large';
  if (status >= 500) return 'busy';
  if (MODEL.test(words)) return 'model';
  if (status === 401 || status === 403 || KEY.test(words)) return 'key';
  if (status === 404) return 'model';
  return FILTER.test(words) ? 'blocked' : 'refused';
}

/** Google wraps the error of a stream in a list. */
function saidIn(body: string): { said: string; kind: string } {
  const answer = parsed(body);
  const error = at(answer, 'error') ?? at(answer, 0, 'error') ?? answer;
  if (error === undefined) return { said: '', kind: '' };
  return wordsOf(error);
}

function wordsOf(error: unknown): { said: string; kind: string } {
  const said = typeof error === 'string' ? error : textAt(error, 'message');
  const kind = ['type', 'code', 'status'].map((name) => textAt(error, name)).join(' ');
  return { said: said.slice(0, MOST_WORDS), kind };
}
