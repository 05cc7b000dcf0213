import type { CampaignOffer, ProfileChoice, Segmentation } from '../../engine/index';
import type { KeptCampaign } from '../../workers/kept-campaign';

type Segments = readonly Pick<Segmentation['segments'][number], 'id' | 'name'>[];

/** What is chosen, with the names by which its segments are found again. */
export const keptOf = (choice: ProfileChoice, segments: Segments): KeptCampaign => ({
  choice,
  segments:
    choice.segments &&
    choice.segments.flatMap((id) => segments.find((segment) => segment.id === id)?.name ?? []),
});

/**
 * What was chosen before, as far as it still fits what there is; null where nothing of it does. A field whose column is
 * gone is filled as is usual. Of the chosen segments those stay that are there by name, if none: a person must choose.
 */
export function fittingChoice(
  { choice, segments: names }: KeptCampaign,
  { destinations, columns, answering, consent }: CampaignOffer,
  segments: Segments,
): ProfileChoice | null {
  const destination = destinations.find(({ id }) => id === choice.destination);
  if (!destination) return null;
  const has = new Set(columns.map(({ name }) => name));
  const fields = destination.fields.flatMap(({ header }) => {
    const chosen = choice.fields[header];
    const source = chosen && !has.has(chosen.column) ? destination.proposed[header] : chosen;
    return source ? [[header, source] as const] : [];
  });
  const gone = choice.consent !== null && !answering.includes(choice.consent.column);
  return {
    ...choice,
    segments: names && segments.filter(({ name }) => names.includes(name)).map(({ id }) => id),
    fields: Object.fromEntries(fields),
    properties: destination.properties ? choice.properties.filter((name) => has.has(name)) : [],
    consent: gone ? consent && { column: consent.column, yes: consent.yes } : choice.consent,
    plan: choice.plan < destination.limits.length ? choice.plan : 0,
  };
}
