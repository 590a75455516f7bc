'use strict';
/** Makes every `Date` of this process follow the workbench's clock. */

const MachineDate = Date;
let clock = { offset: 0, pausedAt: undefined };

const now = () => clock.pausedAt ?? MachineDate.now() + clock.offset;

function WorkbenchDate(...fields) {
  if (!new.target) return new MachineDate(now()).toString();
  return Reflect.construct(MachineDate, fields.length > 0 ? fields : [now()], new.target);
}

function install() {
  WorkbenchDate.prototype = MachineDate.prototype;
  WorkbenchDate.prototype.constructor = WorkbenchDate;
  WorkbenchDate.now = now;
  WorkbenchDate.parse = MachineDate.parse;
  WorkbenchDate.UTC = MachineDate.UTC;
  globalThis.Date = WorkbenchDate;
}

module.exports = {
  install,
  setClock: next => {
    clock = next;
  },
};
