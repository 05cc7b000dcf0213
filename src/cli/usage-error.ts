/** Wrong usage: exit 2. */
export class UsageError extends Error {}

/** The file is not what the recipe was made for, and nobody said to run it all the same. Exit 3. */
export class DiffersError extends Error {}

/** What stops a run beside the data: a path that cannot be read or written. Exit 1. */
export class RunError extends Error {}
