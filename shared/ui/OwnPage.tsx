import { useState, type ReactNode } from 'react';
import { wordsOf } from '../src/panel/wording';
import { List, ListSkeleton } from './list/List';
import type { ListBridge } from './list/listBridge';
import { SectionSwitch } from './settings/SectionSwitch';

interface OwnPageProps {
  readonly bridge: ListBridge;
  /** Fetches the agreement's screen, when somebody opens it first. */
  readonly loadAgreement: () => Promise<ReactNode>;
}

function placesOn(desk: ListBridge['desk']) {
  const [first = '', ...rest] = wordsOf(desk).ticket;
  return [
    { id: 'tickets', title: `${first.toUpperCase()}${rest.join('')}s` },
    { id: 'agreement', title: 'Agreement' },
  ];
}

/** The app's own page among those of the desk: the list, and the agreement for whoever is in it. */
export function OwnPage({ bridge, loadAgreement }: OwnPageProps) {
  const [shown, setShown] = useState('tickets');
  const [screen, setScreen] = useState<ReactNode>();
  const show = (id: string): void => {
    setShown(id);
    if (id === 'agreement' && !screen) void loadAgreement().then(setScreen);
  };
  return (
    <>
      <div className="baton" data-desk={bridge.desk}>
        <SectionSwitch label="Baton" sections={placesOn(bridge.desk)} shown={shown} onShow={show} />
      </div>
      {shown === 'tickets' && <List bridge={bridge} />}
      {shown === 'agreement' && (screen ?? <ListSkeleton desk={bridge.desk} />)}
    </>
  );
}
