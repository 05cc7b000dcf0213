import { fromBase64 } from './base64';
import { KERNELS } from './bytes';
import type { Kernels } from './kernels';

let module: WebAssembly.Module | null | undefined;

/** The compiled kernels; null where this host has no WebAssembly with SIMD, or a policy forbids it. */
function compiled(): WebAssembly.Module | null {
  if (module !== undefined) return module;
  module = null;
  if (typeof WebAssembly !== 'object') return module;
  const bytes = fromBase64(KERNELS);
  // A page policy without wasm-unsafe-eval refuses to compile what is valid.
  try {
    if (WebAssembly.validate(bytes)) module = new WebAssembly.Module(bytes);
  } catch {
    module = null;
  }
  return module;
}

/** The SIMD kernels on a memory of their own; null where the host cannot run them. */
export function simdKernels(): { kernels: Kernels; memory: WebAssembly.Memory } | null {
  const found = compiled();
  if (!found) return null;
  const memory = new WebAssembly.Memory({ initial: 16 });
  const exports: unknown = new WebAssembly.Instance(found, { env: { memory } }).exports;
  return { kernels: exports as Kernels, memory };
}
