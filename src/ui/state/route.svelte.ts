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
  const [, ...rest] = hash.replace(/^#\/?/, '').split('/');
  if (rest.length === 0 || rest[0] === '') return null;
  try {
    return decodeURIComponent(rest.join('/'));
  } catch {
    return null;
  }
}

/** Where the person is, kept in the address after #. */
export class Route {
  #place = $state<Place>(placeOf(globalThis.location?.hash ?? ''));

  #within = $state<string | null>(withinOf(globalThis.location?.hash ?? ''));

  constructor() {
    globalThis.addEventListener?.('hashchange', () => {
      this.#place = placeOf(location.hash);
      this.#within = withinOf(location.hash);
      scrollTo(0, 0);
    });
  }

  get place(): Place {
    return this.#place;
  }

  get within(): string | null {
    return this.#within;
  }

  go(place: Place): void {
    if (place !== this.#place) location.hash = addressOf(place);
  }
}

/** The address of a place, for links. */
export const addressOf = (place: Place, within?: string): string => {
  if (place === 'start') return '#/';
  return within === undefined ? `#/${place}` : `#/${place}/${encodeURIComponent(within)}`;
};

export const route = new Route();
