import {
  EngineError,
  firstRows,
  type ByteSource,
  type FirstRows,
  type ReadOptions,
  type Work,
} from '../engine/index';

/** The first rows of a file; null of one that shows them only once it is read. @throws EngineError, Stopped */
export async function firstLook(
  source: ByteSource,
  options: Partial<ReadOptions>,
  work: Work,
): Promise<FirstRows | null> {
  try {
    return await firstRows(source, { options }, work);
  } catch (thrown) {
    if (thrown instanceof EngineError && thrown.code === 'not-a-table') return null;
    throw thrown;
  }
}
