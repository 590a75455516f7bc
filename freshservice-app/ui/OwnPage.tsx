import { useState, type ComponentType } from 'react';
import { List, ListSkeleton, SectionSwitch, type ListBridge } from '@baton/shared/ui';
import type { FdkClient } from './fdkClient';

interface OwnPageProps {
  readonly client: FdkClient;
  readonly bridge: ListBridge;
}

type AgreementScreen = ComponentType<Pick<OwnPageProps, 'client'>>;

const places = [
  { id: 'tickets', title: 'Tickets' },
  { id: 'agreement', title: 'Agreement' },
];

/** The app's own page: the list, and the agreement, which is loaded when somebody opens it. */
export function OwnPage({ client, bridge }: OwnPageProps) {
  const [shown, setShown] = useState('tickets');
  const [screen, setScreen] = useState<{ readonly is: AgreementScreen }>();
  const show = (id: string): void => {
    setShown(id);
    if (id === 'agreement' && !screen) void import('./Agreement').then(({ Agreement: is }) => setScreen({ is }));
  };
  const Screen = screen?.is;
  return (
    <>
      <div className="baton" data-desk="freshservice">
        <SectionSwitch label="Baton" sections={places} shown={shown} onShow={show} />
      </div>
      {shown === 'tickets' && <List bridge={bridge} />}
      {shown === 'agreement' && (Screen ? <Screen client={client} /> : <ListSkeleton desk="freshservice" />)}
    </>
  );
}
