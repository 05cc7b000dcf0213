import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

const PIXEL = Buffer.from('R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
const WEBSOCKET_KEY = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export interface OtherOrigin {
  url: string;
  /** Every request that arrived, as method and path. */
  arrived: string[];
  /** Connections opened, even without a request. */
  connections(): number;
  close(): Promise<void>;
}

/** A server that stands for any foreign host: it welcomes everybody and writes down who came. */
export async function otherOrigin(): Promise<OtherOrigin> {
  const arrived: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((request, response) => {
    arrived.push(`${request.method} ${request.url}`);
    const isScript = request.url?.endsWith('.js');
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': isScript ? 'text/javascript' : 'image/gif',
    });
    response.end(isScript ? 'export {};' : PIXEL);
  });
  server.on('connection', (socket) => sockets.push(socket));
  server.on('upgrade', (request, socket) => {
    arrived.push(`UPGRADE ${request.url}`);
    const accept = createHash('sha1').update(request.headers['sec-websocket-key'] + WEBSOCKET_KEY);
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${accept.digest('base64')}\r\n\r\n`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrived,
    connections: () => sockets.length,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        // An upgraded connection is no longer the server's own to close.
        for (const socket of sockets) socket.destroy();
      }),
  };
}
