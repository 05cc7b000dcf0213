import * as v from 'valibot';
import type { KeptCampaign } from '../kept-campaign';

const Text = v.pipe(v.string(), v.maxLength(100_000));
const Texts = v.array(Text);

const Source = v.object({ column: Text, part: v.exactOptional(v.picklist(['first', 'last'])) });

const OfService = {
  destination: v.picklist(['hubspot', 'klaviyo', 'mailchimp', 'salesforce', 'google-ads', 'meta']),
  fields: v.record(v.string(), Source),
  properties: Texts,
  perSegment: v.boolean(),
  plan: v.pipe(v.number(), v.integer(), v.minValue(0)),
};

/** What was chosen for a file for a service, as it stands in a session file. */
const KeptSchema = v.object({
  choice: v.object({
    ...OfService,
    segments: v.nullable(v.array(v.number())),
    country: v.nullable(Text),
    consent: v.nullable(v.object({ column: Text, yes: Texts })),
    hash: v.boolean(),
    guard: v.boolean(),
  }),
  segments: v.nullable(Texts),
  others: v.exactOptional(v.array(v.object(OfService))),
});

/** Absent in files of before, and where nothing was chosen; nobody's file is refused for a service we do not know. */
export const CampaignSchema = v.fallback(v.optional(KeptSchema), undefined);

/** The part of a state or a description that holds it; nothing where there is none. */
export const withCampaign = ({ campaign }: { campaign?: KeptCampaign | undefined }) =>
  campaign ? { campaign } : {};
