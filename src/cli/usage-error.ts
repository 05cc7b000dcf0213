/** Wrong usage: exit 2. */
export class UsageError extends Error {}

/** What stops a run beside the data: a path that cannot be read or written. Exit 1. */
export class RunError extends Error {}
