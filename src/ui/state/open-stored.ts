import { route } from './route.svelte';
import { workspace } from './workspace.svelte';

/** Opens stored work and goes there. Where another tab has it, that is asked first. */
export async function openStored(id: string, how: 'if-free' | 'over' = 'if-free'): Promise<void> {
  await workspace.openSession(id, how);
  goToWork();
}

/** The same with a copy, which another tab does not mind. */
export async function openCopy(id: string): Promise<void> {
  await workspace.openCopy(id);
  goToWork();
}

/** Where the work goes on, if it could be opened. */
export function goToWork(): void {
  const { error, stopped, shelf, status } = workspace;
  if (error || stopped || shelf.elsewhere || status !== 'open') return;
  route.go(workspace.segmentation ? 'segments' : 'data');
}
