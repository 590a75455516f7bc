import type { AgreementDocument } from '../../shared/src';
import {
  changesOf,
  namesIn,
  overlaidDocument,
  overlaidGroups,
  withFieldText,
  withFrozen,
  withNewOverlay,
  withOverlaidCell,
  withPiloted,
  withoutChange,
  cellGroups,
  type OverlayDocument,
} from '../../shared/src/settings/matrix';
import { storyDocument } from '../support/agreement';

const acme: OverlayDocument = {
  ...{ id: 'acme', name: 'Acme', when: { client: 'Acme' } },
  cells: { 'incident-p1': { targets: { resolve: '2h' }, holds: { longest: { customer: '4h' } } } },
};
const lisbon: OverlayDocument = { id: 'lisbon', name: 'Lisbon', when: { geography: 'Lisbon' }, inherits: 'acme' };
const document: AgreementDocument = { ...storyDocument(), overlays: [lisbon, acme] };
const names = namesIn(document);
const fields = cellGroups.flatMap(group => group.fields);
const fieldAt = (path: string) => fields.find(field => field.path === path)!;

/** Lisbon's overlay after somebody typed into a field of the P1 cell. */
function typed(overlay: OverlayDocument, path: string, text: string): OverlayDocument {
  const is = overlaidDocument(document, overlay, 'incident-p1')!;
  return withOverlaidCell(overlay, is, withFieldText(is.own, fieldAt(path), text, names));
}
const inLisbon = (overlay: OverlayDocument) => overlay.cells?.['incident-p1'];

describe('An overlay in the editor', () => {
  it('shows what it inherits, through the one above it, and changes nothing by being looked at', () => {
    const is = overlaidDocument(document, lisbon, 'incident-p1')!;
    expect(is.own).toEqual(is.inherited);
    expect(is.own.targets.resolve).toBe('2h');
    expect(withOverlaidCell(lisbon, is, is.own).cells?.['incident-p1']).toEqual({});
  });

  it('keeps what is typed and only that, with what it stands in for', () => {
    const edited = typed(lisbon, 'targets.resolve.within', '90m');
    expect(inLisbon(edited)).toEqual({ targets: { resolve: '90m' } });
    const is = overlaidDocument(document, edited, 'incident-p1')!;
    expect(changesOf(is, names)).toEqual([
      { unit: 'targets.resolve', label: 'Resolve within', here: '90m', inherited: '2h' },
    ]);
    const hints = new Map(
      overlaidGroups(is, names).flatMap(group => group.fields.map(({ path, hint }) => [path, hint])),
    );
    expect(hints.get('targets.resolve.within')).toBe('Changed here; inherited: 2h.');
    expect(hints.get('targets.respond.within')).toBe('Inherited.');
  });

  it('takes the rest of a part along that is inherited or changed as a whole', () => {
    expect(inLisbon(typed(lisbon, 'holds.longest.vendor', '8h'))).toEqual({
      holds: { longest: { customer: '4h', vendor: '8h' } },
    });
  });

  it('inherits again what is typed back, taken away or given up', () => {
    const edited = typed(lisbon, 'targets.resolve.within', '90m');
    expect(inLisbon(typed(edited, 'targets.resolve.within', '2h'))).toEqual({});
    expect(inLisbon(typed(edited, 'targets.resolve.within', ''))).toEqual({});
    expect(inLisbon(withoutChange(edited, 'incident-p1', 'targets.resolve'))).toEqual({});
    expect(inLisbon(withoutChange(acme, 'incident-p1', 'targets.resolve'))).toEqual({
      holds: { longest: { customer: '4h' } },
    });
  });

  it('leaves what it says already as it is, even where that is inherited too', () => {
    const same = { ...lisbon, cells: { 'incident-p1': { targets: { resolve: '2h' } } } };
    expect(inLisbon(typed(same, 'mode', 'pilot'))).toEqual({ targets: { resolve: '2h' }, mode: 'pilot' });
  });

  it('that leads in a circle is shown all the same', () => {
    const circle = { ...document, overlays: [lisbon, { ...acme, inherits: 'lisbon' }] };
    expect(overlaidDocument(circle, lisbon, 'incident-p1')?.own.targets.resolve).toBe('2h');
    expect(overlaidDocument(circle, lisbon, 'gone')).toBeUndefined();
  });

  it('is added with a name that no other has', () => {
    const ids = withNewOverlay(withNewOverlay(document)).overlays?.map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('A pilot in the editor', () => {
  it('takes a cell in, piloted from then on, and out again with its mode as it is', () => {
    const piloted = withPiloted(document, 'incident-p1', true);
    expect(piloted.pilot).toEqual({ cells: ['incident-p1'] });
    expect(piloted.matrix.find(({ id }) => id === 'incident-p1')?.mode).toBe('pilot');
    const without = withPiloted(piloted, 'incident-p1', false);
    expect(without.pilot).toBeUndefined();
    expect(without.matrix.find(({ id }) => id === 'incident-p1')?.mode).toBe('pilot');
  });

  it('freezes what no draft may change, and lets go of it', () => {
    const frozen = withFrozen(withFrozen(document, 'owners', true), 'scope', true);
    expect(frozen.pilot).toEqual({ frozen: ['owners', 'scope'] });
    expect(withFrozen(frozen, 'owners', false).pilot).toEqual({ frozen: ['scope'] });
  });
});
