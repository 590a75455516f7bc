/* A modal of the app: one of its own pages in a dialog. Inside, events and interface methods do not work. */
import { addFrame, removeFrame } from './appFrames.js';
import { frameOrigin } from './pageRequests.js';

const dialog = document.querySelector('#modal');

export function openModal({ title, template, data }, opener) {
  const frame = document.createElement('iframe');
  frame.title = title ?? 'App';
  frame.dataset.place = 'modal';
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups');
  dialog.querySelector('h2').textContent = title ?? '';
  dialog.querySelector('.modal-body').replaceChildren(frame);
  addFrame(frame, { modalData: data, parentId: opener });
  frame.src = `${frameOrigin}/frames/freshservice/app/${template}`;
  dialog.showModal();
}

export function closeModal() {
  const frame = dialog.querySelector('iframe');
  if (frame) removeFrame(frame);
  dialog.querySelector('.modal-body').replaceChildren();
  dialog.close();
}

dialog.querySelector('.modal-head button').addEventListener('click', closeModal);
