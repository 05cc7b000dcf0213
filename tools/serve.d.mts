export interface ServeOptions {
  dir: string;
  /** 0 or nothing: any free port. */
  port?: number;
  /** Isolation headers, the content policy and caching; false for a host that sends nothing of its own. */
  headers?: boolean;
  /** Where the folder appears, with both slashes: `/sub/path/`. */
  base?: string;
  /** Told of all that arrives: `GET /index.html`. */
  onrequest?: (arrived: string) => void;
}

export interface Served {
  port: number;
  url: string;
  close(): Promise<void>;
}

export function serve(options: ServeOptions): Promise<Served>;
