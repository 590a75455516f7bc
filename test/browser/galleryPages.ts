import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { buildAll } from '../../scripts/build';
import { galleryFrames } from '../../scripts/workbench/gallery/galleryFrames';
import { galleryPage } from '../../scripts/workbench/gallery/galleryPage';

/** A gallery that is open. */
export interface Gallery {
  /** Where its frames are, in the browser's own colours; `/jira/`, `/freshservice/`, `/settings/`. */
  readonly address: string;
  /** The page with all of them. */
  readonly page: string;
  readonly close: () => void;
}

/** The workbench's gallery without the workbench: its page, and its frames on another site. */
export async function openGallery(): Promise<Gallery> {
  const { dist } = await buildAll();
  const app = express();
  const server = createServer(app);
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const [pages, frames] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  app.use('/frames/gallery', galleryFrames(dist, pages));
  app.get('/gallery', (request, response) => {
    response.type('html').send(galleryPage(frames, request.query['width']));
  });
  app.get('/assets/:file', (_request, response) => void response.type('css').send(''));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `${frames}/frames/gallery/auto`, page: `${pages}/gallery`, close };
}
