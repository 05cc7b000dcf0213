const AT_ONCE = 0x8000;

export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    binary += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  return btoa(binary);
}

export const dataUrl = (picture: Uint8Array): string => `data:image/png;base64,${base64(picture)}`;
