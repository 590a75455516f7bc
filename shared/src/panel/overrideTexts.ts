import type { Telling } from '../ledger';
import { overrideKinds } from './overrideWords';
import { bothZones, type Reader } from './reader';

type Told = Telling['facts'][number];
type OfOverride = Extract<Told, { type: `Override${string}` }>;
type Tell<T extends OfOverride['type']> = (reader: Reader, data: Extract<OfOverride, { type: T }>['data']) => string;

const ends = { refused: 'was refused', withdrawn: 'was taken back', ended: 'was ended' } as const;

/** What a message says of an exception. */
export const overrideTexts: { readonly [T in OfOverride['type']]: Tell<T> } = {
  OverrideAsked: (reader, { kind, until, isBlocking }) => {
    const meanwhile = isBlocking ? 'It waits for your approval.' : 'It counts meanwhile; your approval is owed.';
    return `An exception is asked for: ${overrideKinds[kind]}, until ${bothZones(reader, until, 'client')}. ${meanwhile}`;
  },
  OverrideApproved: (_, { isGiven }) =>
    isGiven ? 'The exception you asked for is approved.' : 'The exception you asked for is approved by one party.',
  OverrideRefused: (_, { how }) => `The exception you asked for ${ends[how]}.`,
  OverrideExpired: () => 'Nobody approved the exception you asked for in time.',
};
