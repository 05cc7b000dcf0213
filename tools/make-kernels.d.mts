/** The text of src/engine/kernels/bytes.ts for the kernels as they stand. */
export function compiledKernels(): Promise<string>;
