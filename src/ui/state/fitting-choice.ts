import type { CampaignOffer, OfferedDestination, ProfileChoice, Segmentation } from '../../engine/index';
import type { KeptCampaign, ServiceChoice } from '../../workers/kept-campaign';

type Segments = readonly Pick<Segmentation['segments'][number], 'id' | 'name'>[];

/** What is chosen, with the names by which its segments are found again. */
export const keptOf = (
  choice: ProfileChoice,
  segments: Segments,
  others: readonly ServiceChoice[] = [],
): KeptCampaign => ({
  choice,
  segments:
    choice.segments &&
    choice.segments.flatMap((id) => segments.find((segment) => segment.id === id)?.name ?? []),
  ...(others.length > 0 && { others }),
});

/** What is chosen at first for a service, which takes along the columns chosen for another. */
export const usualFor = (
  { id, proposed, properties, segment }: OfferedDestination,
  along: readonly string[] = [],
): ServiceChoice => ({
  destination: id,
  fields: proposed,
  properties: properties ? along : [],
  // Where the file has no place for the segment, its name says it.
  perSegment: segment === null,
  plan: 0,
});

/** What is kept when another service is gone to: what was chosen for it before, and what was for the one that is left. */
export function goneTo(to: OfferedDestination, from: KeptCampaign): KeptCampaign {
  const { destination, fields, properties, perSegment, plan } = from.choice;
  const left = { destination, fields, properties, perSegment, plan };
  const others = (from.others ?? []).filter((one) => ![to.id, destination].includes(one.destination));
  const known = (from.others ?? []).find((one) => one.destination === to.id);
  const choice = { ...from.choice, ...(known ?? usualFor(to, properties)) };
  return to.id === destination ? from : { ...from, choice, others: [...others, left] };
}

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
