import { join, resolve } from 'node:path';

/** Where a build reads and writes. */
export interface Places {
  /** The folder with manifest.yml, shared/, forge-app/ and freshservice-app/. */
  readonly root: string;
  /** The folder that receives forge/ and freshservice/. */
  readonly dist: string;
}

const root = resolve(__dirname, '../..');

/** The places of this repository. */
export const places: Places = { root, dist: join(root, 'dist') };
