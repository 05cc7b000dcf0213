import { readFileSync } from 'node:fs';

/** The manifest of whoever has switched on that other apps may share files; made of the one that all others have. */
export const SHARE_MANIFEST = 'manifest-share.webmanifest';

const MANIFEST = new URL('../public/manifest.webmanifest', import.meta.url);

/** What Android calls a CSV file. */
const ALSO = 'text/comma-separated-values';

/**
 * With a share target for the files it opens from the operating system. Where a window would be focused instead of opened,
 * browsers drop what is shared (github.com/WICG/web-app-launch/issues/62), so each launch has its own.
 */
export function withShareTarget(manifest) {
  const types = manifest.file_handlers.flatMap(({ accept }) =>
    Object.entries(accept).flatMap(([type, endings]) => [type, ...endings]),
  );
  return {
    ...manifest,
    launch_handler: { client_mode: 'navigate-new' },
    share_target: {
      action: './share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { files: [{ name: 'files', accept: [...types, ALSO] }] },
    },
  };
}

export function shareManifest() {
  return {
    name: 'tessera:share-manifest',
    apply: 'build',
    generateBundle() {
      const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
      const source = `${JSON.stringify(withShareTarget(manifest), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: SHARE_MANIFEST, source });
    },
  };
}
