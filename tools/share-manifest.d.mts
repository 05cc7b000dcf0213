import type { Plugin } from 'vite';

export interface ShareTarget {
  action: string;
  method: string;
  enctype: string;
  params: { files: { name: string; accept: string[] }[] };
}

export const SHARE_MANIFEST: string;
export function withShareTarget(
  manifest: Readonly<Record<string, unknown>>,
): Record<string, unknown> & { share_target: ShareTarget };
export function shareManifest(): Plugin;
