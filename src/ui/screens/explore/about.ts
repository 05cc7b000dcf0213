import { workspace } from '../../state/workspace.svelte';
import { filesName } from '../../text/files';

/** The file, for what is taken away of a chart. */
export const aboutFile = (): string => filesName(workspace.understanding!.report);
