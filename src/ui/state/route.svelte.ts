const PLACES = [
  'data',
  'clean',
  'explore',
  'features',
  'segments',
  'export',
  'privacy',
  'sessions',
  'parts',
] as const;

/** A place of the app; `start` is the landing page. */
export type Place = 'start' | (typeof PLACES)[number];

function placeOf(hash: string): Place {
  const name = hash.replace(/^#\/?/, '').split(/[/?]/)[0] ?? '';
  return PLACES.find((place) => place === name) ?? 'start';
}

/** What is named behind the place: a column in `#/explore/Income`. */
function withinOf(hash: string): string | null {
  const [, ...rest] = hash.replace(/^#\/?|\?.*$/g, '').split('/');
  if (rest.length === 0 || rest[0] === '') return null;
  try {
    return decodeURIComponent(rest.join('/'));
  } catch {
    return null;
  }
}

/** What is asked behind it: `by` is "Education" in `#/explore/Income?by=Education`. */
const askedOf = (hash: string): URLSearchParams => new URLSearchParams(hash.split('?')[1] ?? '');

/** Where the person is, kept in the address after #. */
export class Route {
  #place = $state<Place>(placeOf(globalThis.location?.hash ?? ''));

  #within = $state<string | null>(withinOf(globalThis.location?.hash ?? ''));

  #asked = $state.raw(askedOf(globalThis.location?.hash ?? ''));

  constructor() {
    globalThis.addEventListener?.('hashchange', () => {
      this.#place = placeOf(location.hash);
      this.#within = withinOf(location.hash);
      this.#asked = askedOf(location.hash);
      scrollTo(0, 0);
    });
  }

  get place(): Place {
    return this.#place;
  }

  get within(): string | null {
    return this.#within;
  }

  /** What is asked behind the place, to look at it in another way. */
  get asked(): URLSearchParams {
    return this.#asked;
  }

  /** Asks for something else of the same place; the way back is not longer for it. */
  ask(asked: URLSearchParams): void {
    this.#asked = asked;
    history.replaceState(history.state, '', addressOf(this.#place, this.#within ?? undefined, asked));
  }

  go(place: Place): void {
    if (place !== this.#place) location.hash = addressOf(place);
  }
}

/** The address of a place, for links. */
export const addressOf = (place: Place, within?: string, asked?: URLSearchParams): string => {
  if (place === 'start') return '#/';
  const wanted = asked?.toString() ?? '';
  const behind = wanted === '' ? '' : `?${wanted}`;
  return (within === undefined ? `#/${place}` : `#/${place}/${encodeURIComponent(within)}`) + behind;
};

export const route = new Route();
