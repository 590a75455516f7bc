/** The globals Freshworks gives to server code, as far as Baton uses them. */

interface FdkEntityRecord<T> {
  display_id: string;
  data: T;
}

interface FdkEntity<T> {
  create(data: T): Promise<{ record: FdkEntityRecord<T> }>;
  getAll(options: {
    query?: object;
    next?: { marker: string };
  }): Promise<{ records: FdkEntityRecord<T>[]; links?: { next?: { marker?: string } } }>;
  update(displayId: string, data: T): Promise<{ record: FdkEntityRecord<T> }>;
  delete(displayId: string): Promise<unknown>;
}

declare const $db: {
  get(key: string): Promise<unknown>;
  set(key: string, value: object, options?: { ttl?: number; setIf?: 'exist' | 'not_exist' }): Promise<unknown>;
  update(key: string, action: 'increment', attributes: Record<string, number>): Promise<unknown>;
  delete(key: string): Promise<unknown>;
  entity(options: { version: 'v1' }): { get<T>(name: string): FdkEntity<T> };
};

declare const $request: {
  invokeTemplate(
    name: string,
    options: { context?: Record<string, string>; body?: string },
  ): Promise<{ status: number; response: string }>;
};

declare const $schedule: {
  create(schedule: {
    name: string;
    data: object;
    schedule_at: string;
    repeat?: { time_unit: 'minutes'; frequency: number };
  }): Promise<unknown>;
  fetch(schedule: { name: string }): Promise<unknown>;
  update(schedule: { name: string; data: object; schedule_at: string }): Promise<unknown>;
  delete(schedule: { name: string }): Promise<unknown>;
};

/** The address of this installation for whoever wants to tell it something; only in some events. */
declare function generateTargetUrl(): Promise<string>;

declare function renderData(error?: object | null, data?: object): void;
