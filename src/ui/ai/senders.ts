import { senders } from '../../policy.json';

const addressesOf: Readonly<Record<string, readonly string[]>> = senders;

/** Whose documents are built, in the order they are offered. */
export const senderNames = (browser: boolean): string[] =>
  Object.keys(addressesOf).filter((name) => addressesOf[name]!.length > 0 && (browser || name !== 'browser'));

/** The addresses that the policy of a sender's document names; none for the browser's own model. */
export const reachedBy = (name: string): string[] =>
  (addressesOf[name] ?? []).filter((address) => address !== "'none'");
