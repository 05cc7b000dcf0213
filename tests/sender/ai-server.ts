import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Arrived {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface AiServer {
  url: string;
  arrived: Arrived[];
  close(): Promise<void>;
}

/** A server that stands for a provider: welcomes browsers, writes down what comes and answers as told. */
export async function aiServer(answer: (response: ServerResponse) => void): Promise<AiServer> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*, authorization');
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      arrived.push({ method, url, headers, body: Buffer.concat(pieces).toString() });
      if (method === 'OPTIONS') response.end();
      else answer(response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrived,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Writes each piece on its own, then does what is to come last. */
export function stream(pieces: readonly string[], last = (response: ServerResponse) => void response.end()) {
  return (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const next = (i: number): void => {
      if (i === pieces.length) last(response);
      else response.write(pieces[i], () => setImmediate(next, i + 1));
    };
    next(0);
  };
}

export const refuse =
  (status: number, body: unknown) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
