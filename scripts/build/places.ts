import { join, resolve } from 'node:path';

/** Where a build reads and writes. */
export interface Places {
  /** The folder with manifest.yml, shared/, forge-app/ and freshservice-app/. */
  readonly root: string;
  /** The folder that receives forge/ and freshservice/. */
  readonly dist: string;
}

/** The places of this repository, or of another source root with the same tree. */
export function placesAt(root = resolve(__dirname, '../..')): Places {
  return { root, dist: join(root, 'dist') };
}
