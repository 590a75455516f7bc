import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { buildAll } from '../../scripts/build';
import { galleryFrames } from '../../scripts/workbench/gallery/galleryFrames';

/** A gallery that is open. */
export interface Gallery {
  /** Where its pages are; `/jira/`, `/freshservice/`, `/agreement/`. */
  readonly address: string;
  readonly close: () => void;
}

/** The frames of the workbench's gallery, without the workbench. */
export async function openGallery(): Promise<Gallery> {
  const { dist } = await buildAll();
  const server = createServer(express().use(galleryFrames(dist, 'http://127.0.0.1')));
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
