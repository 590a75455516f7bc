import type { FdkClient } from './fdkClient';

const HIGHEST = 700;

/** Keeps the frame as high as what is in it, up to what Freshservice allows. */
export function fitHeight(client: FdkClient, content: Element): void {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.min(HIGHEST, Math.ceil(content.getBoundingClientRect().height));
    if (height === told) return;
    told = height;
    void client.instance.resize({ height });
  }).observe(content);
}
