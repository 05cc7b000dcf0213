import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeRoom, inRoom, openRoom, usePlainKernels } from '../../../src/engine/kernels/room';
import { pointsFrom } from '../stats/planted';

describe.each([
  ['SIMD', false],
  ['plain', true],
])('a room with %s kernels', (_, plain) => {
  afterEach(() => usePlainKernels(false));

  it('keeps what is in it when it grows', () => {
    usePlainKernels(plain);
    const room = openRoom();
    const first = room.take(80);
    room.numbers(first, 10).fill(7);
    const second = room.take(5_000_000);
    room.numbers(second, 600_000).fill(8);
    expect([...room.numbers(first, 10)]).toEqual(new Array(10).fill(7));
    closeRoom(room);
  });

  it('hands out again what was dropped, and nothing twice before', () => {
    usePlainKernels(plain);
    const room = openRoom();
    const [a, b] = [room.take(1), room.take(9)];
    const mark = room.mark;
    const c = room.take(100);
    room.drop(mark);
    expect(new Set([a, b, c]).size).toBe(3);
    expect(room.take(8)).toBe(c);
    closeRoom(room);
  });

  it('belongs to one caller until it is closed, also by an error', async () => {
    usePlainKernels(plain);
    const failed = inRoom((room) => Promise.reject(Object.assign(new Error('no'), { room })));
    const { room } = (await failed.catch((error: unknown) => error)) as { room: ReturnType<typeof openRoom> };
    const again = openRoom();
    expect(again).toBe(room);
    expect(openRoom()).not.toBe(again);
    closeRoom(again);
  });
});

describe('simdKernels', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const refuse = (): never => {
    throw new Error('the page policy');
  };

  it.each([
    ['WebAssembly is missing', undefined],
    ['the host knows no SIMD', { validate: (): boolean => false }],
    ['a page policy forbids it', { validate: (): boolean => true, Module: refuse }],
  ])('leaves the work to the plain ones where %s', async (_, found) => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', found);
    const { simdKernels } = await import('../../../src/engine/kernels/simd');
    const { nearestCentroids } = await import('../../../src/engine/stats/kmeans');
    expect(simdKernels()).toBeNull();
    expect([...nearestCentroids(pointsFrom([[1], [4], [9]]), [[0], [8]])]).toEqual([0, 0, 1]);
  });
});
