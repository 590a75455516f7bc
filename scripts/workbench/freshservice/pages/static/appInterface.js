/* What an app may do to the page around it: `client.interface.trigger(method, options)`. */
import { confirmation, showNotice } from './notices.js';
import { openModal } from './appModal.js';
import { setControl, update } from './ticketForm.js';

const controls = { status: 'status', priority: 'priority', group: 'group_id', agent: 'responder_id' };
const elements = {
  ...controls,
  updateProperties: 'updateProperties',
  note: 'openNote',
  openNote: 'openNote',
  openReply: 'openReply',
};

const refuse = message => {
  throw { status: 400, message };
};

const element = id => {
  const name = elements[id];
  if (!name) refuse(`'${id}' is not an element of this page`);
  return document.getElementById(name);
};

/** The control with its label, which is hidden together with it. */
const whole = id => element(id).closest('.field') ?? element(id);

const clicks = {
  updateProperties: () => void update(),
  openNote: () => document.querySelector('#words').focus(),
  openReply: () => document.querySelector('#words').focus(),
};

const hide = ({ id }) => void (whole(id).hidden = true);
const show = ({ id }) => void (whole(id).hidden = false);
const disable = ({ id }) => void (element(id).disabled = true);
const enable = ({ id }) => void (element(id).disabled = false);

const methods = {
  showNotify: showNotice,
  showConfirm: confirmation,
  showModal: openModal,
  showDialog: openModal,
  hideElement: hide,
  showElement: show,
  disableElement: disable,
  enableElement: enable,
  hide,
  show,
  disable,
  enable,
  setValue: ({ id, value }) =>
    controls[id] ? setControl(controls[id], value) : refuse(`'${id}' cannot be set on this page`),
  click: ({ id }) => (clicks[id] ? clicks[id]() : refuse(`'${id}' cannot be clicked on this page`)),
  openTicket: ({ id }) => {
    const address = new URL(window.location.href);
    address.pathname = `/freshservice/tickets/${Number(id)}`;
    window.location.assign(address);
  },
};

export async function triggerInterface(method, options, frame) {
  const perform = methods[method] ?? refuse(`'${method}' is not a method of this page`);
  return (await perform(options, frame.instanceId)) ?? {};
}

/** Names of the page's controls as events call them. */
export const eventFields = Object.fromEntries(Object.entries(controls).map(([field, name]) => [name, field]));
