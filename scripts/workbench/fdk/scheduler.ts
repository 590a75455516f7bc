import type { Database } from 'libsql';
import type { WorkbenchClock } from '../clock';
import { refuse } from './failure';
import type { Limits } from './limits';
import { checkSchedule, repeatMs, scheduleName, type Repeat, type ScheduleRequest } from './scheduleRules';

interface Row {
  name: string;
  data: string;
  first: number;
  next: number;
  repeat: string | null;
}

interface Done {
  status: 200;
  message: string;
}

/** `$schedule` on the workbench clock. Schedules survive a restart; what fell due meanwhile rings once. */
export interface Scheduler {
  create(request: unknown): Done;
  fetch(request: unknown): { name: string; data: unknown; schedule_at: string; repeat?: Repeat };
  update(request: unknown): Done;
  delete(request: unknown): Done;
  /** Sets the alarms of what is stored, after a start. */
  wake(): void;
  /** Takes all alarms back; the schedules stay stored. */
  sleep(): void;
}

/** Opens the scheduler; `ring` delivers one scheduled event and resolves when everything it caused is over. */
export function scheduler(
  db: Database,
  clock: WorkbenchClock,
  limits: Limits,
  ring: (action: string, data: unknown) => Promise<void>,
): Scheduler {
  const alarms = new Map<string, () => void>();
  const find = (name: string) => db.prepare('SELECT * FROM fdk_schedules WHERE name = ?').get(name) as Row | undefined;
  const existing = (name: string): Row => find(name) ?? refuse(404, 'Schedule not found');
  const quiet = (name: string) => {
    alarms.get(name)?.();
    alarms.delete(name);
  };

  const arm = (name: string, at: number) => {
    quiet(name);
    alarms.set(
      name,
      clock.alarm(at, `freshservice schedule ${name}`, () => due(name)),
    );
  };

  const due = async (name: string) => {
    const row = find(name);
    if (!row) return;
    if (row.repeat) {
      const period = repeatMs(JSON.parse(row.repeat) as Repeat);
      const next = row.next + period * Math.max(1, Math.floor((clock.now() - row.next) / period) + 1);
      db.prepare('UPDATE fdk_schedules SET next = ? WHERE name = ?').run(next, name);
      arm(name, next);
    } else {
      db.prepare('DELETE FROM fdk_schedules WHERE name = ?').run(name);
      alarms.delete(name);
    }
    await ring(row.repeat ? 'sweep' : `schedule ${name}`, JSON.parse(row.data));
  };

  const write = ({ name, data, at, repeat }: ScheduleRequest) => {
    db.prepare('INSERT OR REPLACE INTO fdk_schedules (name, data, first, next, repeat) VALUES (?, ?, ?, ?, ?)').run(
      name,
      JSON.stringify(data),
      at,
      at,
      repeat ? JSON.stringify(repeat) : null,
    );
    arm(name, at);
  };

  const checkRoom = (isRecurring: boolean, except: string) => {
    const kind = isRecurring ? 'IS NOT NULL' : 'IS NULL';
    const held = db
      .prepare(`SELECT count(*) AS held FROM fdk_schedules WHERE repeat ${kind} AND name <> ?`)
      .get(except) as { held: number };
    const most = isRecurring ? limits.recurringSchedules : limits.schedules;
    if (held.held >= most)
      refuse(400, `At most ${most} ${isRecurring ? 'recurring' : 'one-time'} schedules can be created`);
  };

  return {
    create: request => {
      const checked = checkSchedule(request, clock.now(), limits);
      if (find(checked.name)) refuse(409, `A schedule named '${checked.name}' already exists`);
      checkRoom(checked.repeat !== undefined, checked.name);
      write(checked);
      return { status: 200, message: 'Schedule created' };
    },
    fetch: request => {
      const row = existing(scheduleName(request, limits));
      const told = {
        name: row.name,
        data: JSON.parse(row.data) as unknown,
        schedule_at: new Date(row.first).toISOString(),
      };
      return row.repeat ? { ...told, repeat: JSON.parse(row.repeat) as Repeat } : told;
    },
    update: request => {
      existing(scheduleName(request, limits));
      const checked = checkSchedule(request, clock.now(), limits);
      checkRoom(checked.repeat !== undefined, checked.name);
      write(checked);
      return { status: 200, message: 'Schedule updated' };
    },
    delete: request => {
      const { name } = existing(scheduleName(request, limits));
      db.prepare('DELETE FROM fdk_schedules WHERE name = ?').run(name);
      quiet(name);
      return { status: 200, message: 'Schedule deleted' };
    },
    wake: () => {
      for (const row of db.prepare('SELECT * FROM fdk_schedules').all() as Row[]) arm(row.name, row.next);
    },
    sleep: () => [...alarms.keys()].forEach(quiet),
  };
}
