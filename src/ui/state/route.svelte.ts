const PLACES = ['data', 'clean', 'segments', 'export', 'privacy', 'sessions', 'parts'] as const;

/** A place of the app; `start` is the landing page. */
export type Place = 'start' | (typeof PLACES)[number];

function placeOf(hash: string): Place {
  const name = hash.replace(/^#\/?/, '').split(/[/?]/)[0] ?? '';
  return PLACES.find((place) => place === name) ?? 'start';
}

/** Where the person is, kept in the address after #. */
export class Route {
  #place = $state<Place>(placeOf(globalThis.location?.hash ?? ''));

  constructor() {
    globalThis.addEventListener?.('hashchange', () => {
      this.#place = placeOf(location.hash);
      scrollTo(0, 0);
    });
  }

  get place(): Place {
    return this.#place;
  }

  go(place: Place): void {
    if (place !== this.#place) location.hash = addressOf(place);
  }
}

/** The address of a place, for links. */
export const addressOf = (place: Place): string => (place === 'start' ? '#/' : `#/${place}`);

export const route = new Route();
