import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHARE_MANIFEST, shareManifest, withShareTarget } from '../../tools/share-manifest.mjs';

const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8'));
const html = readFileSync('index.html', 'utf8');

describe('the manifests', () => {
  it('have a share target only where it was switched on', () => {
    expect(manifest).not.toHaveProperty('share_target');
    expect(html.match(/<link rel="manifest"[^>]*>/g)).toEqual([
      '<link rel="manifest" href="./manifest.webmanifest" />',
    ]);
  });

  it('are equal but for it and the window it needs', () => {
    const { share_target: _, ...others } = withShareTarget(manifest);
    expect(others).toEqual({ ...manifest, launch_handler: { client_mode: 'navigate-new' } });
  });

  it('share the files that are opened from the operating system', () => {
    const { action, method, enctype, params } = withShareTarget(manifest).share_target;
    expect({ action, method, enctype }).toEqual({
      action: './share',
      method: 'POST',
      enctype: 'multipart/form-data',
    });
    const opened = manifest.file_handlers.flatMap(({ accept }: { accept: Record<string, string[]> }) => [
      ...Object.keys(accept),
      ...Object.values(accept).flat(),
    ]);
    expect([...params.files[0]!.accept].sort()).toEqual([...opened, 'text/comma-separated-values'].sort());
  });

  it('are written side by side', () => {
    const emitted: { fileName: string; source: string }[] = [];
    const { generateBundle } = shareManifest() as unknown as { generateBundle: (this: object) => void };
    generateBundle.call({ emitFile: (file: { fileName: string; source: string }) => emitted.push(file) });
    expect(emitted.map(({ fileName }) => fileName)).toEqual([SHARE_MANIFEST]);
    expect(JSON.parse(emitted[0]!.source)).toEqual(withShareTarget(manifest));
  });
});
