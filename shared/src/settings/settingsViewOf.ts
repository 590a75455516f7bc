import { activeAt, stageAt, type Version, type Versions } from '../agreement';
import { progressOf } from './moveOpen';
import { movingNow } from './movingOrder';
import { reachOf } from './reach';
import type { SettingsDesk, Sitting } from './settingsDesk';
import type { SettingsView, VersionView } from './settingsView';

function versionView(versions: Versions, version: Version, now: number): VersionView {
  const mine = versions.activations.filter(each => each.version === version.number);
  const counting = activeAt(versions, now);
  const last = counting?.version === version.number ? counting : mine.at(-1);
  return {
    ...version,
    stage: stageAt(versions, version.number, now) ?? version.stage,
    ...(last ? { from: last.from, open: last.open } : {}),
  };
}

/** How far what is open has moved, where it was to. */
async function movingIn({ moving, now }: SettingsDesk, versions: Versions): Promise<Pick<SettingsView, 'moving'>> {
  const order = movingNow(versions, now);
  if (!order) return {};
  const { moved, kept, doneAt } = progressOf(order, await moving.progress());
  return { moving: { by: order.by, at: order.at, moved, kept, isDone: doneAt !== undefined } };
}

/** Where the agreement stands, for who asks. @throws DeskError */
export async function settingsViewOf({ desk, versions, roles, viewer, active }: Sitting): Promise<SettingsView> {
  // Whoever began did so by their native id, before the agreement named them.
  const people = Object.entries(roles?.people ?? {}).flatMap(([id, { name, [desk.name]: native }]) => [
    [id, name] as const,
    ...(native === undefined ? [] : [[`${desk.name}:${native}`, name] as const]),
  ]);
  return {
    desk: desk.name,
    now: desk.now,
    timeZone: desk.asking.timeZone,
    viewer,
    ...(active ? { reach: reachOf(active.document) } : {}),
    revision: versions.revision,
    ...(await movingIn(desk, versions)),
    versions: [...versions.versions]
      .sort((one, other) => other.number - one.number)
      .map(version => versionView(versions, version, desk.now)),
    names: Object.fromEntries(people),
  };
}
