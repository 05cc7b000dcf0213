import { raw, type Markup } from './markup';

/** The same with the words of a link alone where the place it leads to was not asked for or has nothing to tell. */
export function withoutLostLinks({ text }: Markup): Markup {
  const places = new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  return raw(
    text.replace(/<a\b[^>]* href="#([^"]*)">(.*?)<\/a>/gs, (link, place: string, words: string) =>
      places.has(place) ? link : words,
    ),
  );
}
