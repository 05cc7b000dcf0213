import type { Plugin } from 'vite';

export const policies: {
  page: string;
  worker: string;
  sender: string;
  senders: Readonly<Record<string, readonly string[]>>;
};
export const senders: readonly string[];
export function policyOf(path: string): string;
export function pagePolicy(): Plugin;
