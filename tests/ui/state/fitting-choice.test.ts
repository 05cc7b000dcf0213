import { describe, expect, it } from 'vitest';
import type { CampaignOffer, OfferedDestination, ProfileChoice } from '../../../src/engine/index';
import { fittingChoice, goneTo, keptOf } from '../../../src/ui/state/fitting-choice';

const SEGMENTS = [
  { id: 1, name: 'Champions' },
  { id: 2, name: 'Asleep' },
];

const field = (header: string) => ({ header, is: 'text' as const, hashed: false });
const KLAVIYO: OfferedDestination = {
  ...{ id: 'klaviyo', needs: [['Email']], segment: null, properties: true, hashing: false, limits: [{}] },
  fields: ['Email', 'City'].map(field),
  proposed: { Email: { column: 'mail' }, City: { column: 'town' } },
};
const column = (name: string) => ({ name, kind: 'text' as const, of: 'customers' as const });
const OFFER: CampaignOffer = {
  destinations: [KLAVIYO],
  columns: ['mail', 'mail 2', 'town', 'size', 'ok', 'ok 2'].map(column),
  answering: ['ok', 'ok 2'],
  ...{ key: null, reachable: true, country: null },
  consent: { column: 'ok', yes: ['yes'], values: [] },
};

const CHOICE: ProfileChoice = {
  ...{
    destination: 'klaviyo',
    segments: [2],
    country: 'FR',
    hash: true,
    guard: false,
    perSegment: true,
    plan: 0,
  },
  fields: { Email: { column: 'mail 2' } },
  properties: ['size'],
  consent: { column: 'ok 2', yes: ['1', 'x'] },
};
const again = (choice: ProfileChoice, offer = OFFER, segments = SEGMENTS) =>
  fittingChoice(keptOf(choice, SEGMENTS), offer, segments);
const without = (name: string): CampaignOffer => ({
  ...OFFER,
  columns: OFFER.columns.filter((one) => one.name !== name),
  answering: OFFER.answering.filter((one) => one !== name),
});

describe('what was chosen for a file for a service', () => {
  it('is chosen again', () => expect(again(CHOICE)).toEqual(CHOICE));

  it('goes on saying that all segments go, that a field is left out, that nobody was asked', () => {
    const choice = { ...CHOICE, segments: null, fields: {}, consent: null };
    expect(again(choice)).toEqual(choice);
  });

  it('finds segments by their names, and has none chosen where those are gone', () => {
    const [first, second] = SEGMENTS;
    expect(
      again(CHOICE, OFFER, [
        { ...second!, id: 1 },
        { ...first!, id: 2 },
      ])!.segments,
    ).toEqual([1]);
    expect(again(CHOICE, OFFER, [{ id: 2, name: 'Other' }])!.segments).toEqual([]);
  });

  it('fills a field as is usual where its column is gone, and takes no column along that is', () => {
    expect(again(CHOICE, without('mail 2'))!.fields).toEqual({ Email: { column: 'mail' } });
    expect(again(CHOICE, without('size'))!.properties).toEqual([]);
  });

  it('never asks nobody where the column of who agreed is gone and another is there', () => {
    expect(again(CHOICE, without('ok 2'))!.consent).toEqual({ column: 'ok', yes: ['yes'] });
    expect(again(CHOICE, { ...without('ok 2'), consent: null })!.consent).toBeNull();
  });

  it('is not taken up for a service that is not there', () =>
    expect(again(CHOICE, { ...OFFER, destinations: [] })).toBeNull());

  it('keeps to the plans there are', () => expect(again({ ...CHOICE, plan: 1 })!.plan).toBe(0));
});

describe('going to another service', () => {
  const MAILCHIMP: OfferedDestination = {
    ...{ ...KLAVIYO, id: 'mailchimp', segment: { header: 'Tags', as: 'tag' } },
    proposed: { Email: { column: 'mail' } },
  };
  const META: OfferedDestination = { ...MAILCHIMP, id: 'meta', properties: false };
  const offer = { ...OFFER, destinations: [KLAVIYO, MAILCHIMP, META] };
  const taken = (...services: readonly OfferedDestination[]) =>
    services.reduce((kept, service) => goneTo(service, kept), keptOf(CHOICE, SEGMENTS));

  it('fills its fields as is usual, and takes chosen columns along where it has a place for them', () => {
    const { choice } = taken(MAILCHIMP);
    expect(choice).toEqual({
      ...CHOICE,
      destination: 'mailchimp',
      fields: MAILCHIMP.proposed,
      perSegment: false,
    });
    expect(taken(META).choice.properties).toEqual([]);
  });

  it('and back finds what was chosen for the first, however many were between', () => {
    const kept = taken(MAILCHIMP, META, MAILCHIMP, KLAVIYO);
    expect(kept.choice).toEqual(CHOICE);
    expect(fittingChoice(kept, offer, SEGMENTS)).toEqual(CHOICE);
    expect(kept.others!.map(({ destination }) => destination)).toEqual(['meta', 'mailchimp']);
  });

  it('keeps what is said of all of them, such as consent', () => {
    const there = taken(MAILCHIMP);
    const agreed = { ...there, choice: { ...there.choice, consent: null } };
    expect(goneTo(KLAVIYO, agreed).choice).toEqual({ ...CHOICE, consent: null });
  });

  it('stays as it is where one is there already', () => expect(taken(KLAVIYO).choice).toEqual(CHOICE));
});
