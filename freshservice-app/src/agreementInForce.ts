import { readAgreement, type Activation, type Agreement, type Hashing } from '@baton/shared';
import { z } from 'zod';
import { INSTALLED, readText } from './agreementTexts';
import { aboutIn, keepAbout, type StoredRecord } from './sealedRecords';

/**
 * Which text counts lies among the records of people: whoever looks a ticket up reads those in the same query, so that
 * knowing it costs no call.
 */
const STANDING = 'agreement';

const standingSchema = z.object({
  activations: z.array(
    z.object({
      version: z.int(),
      from: z.int(),
      open: z.enum(['keep', 'move']),
      /** When somebody chose that what is open moves, epoch ms. */
      moving: z.int().optional(),
      content: z.string(),
    }),
  ),
});

function countingIn(records: readonly StoredRecord[], hash: Hashing, at: number) {
  const { activations = [] } = standingSchema.safeParse(aboutIn(records, STANDING, hash)).data ?? {};
  return activations.filter(({ from }) => from <= at).at(-1);
}

/** What was read last: a server that is still warm reads a text once. */
const lastRead = new Map<string, Agreement>();

async function agreementOf(content: string, hash: Hashing): Promise<Agreement | undefined> {
  const known = lastRead.get(content);
  if (known) return known;
  const document = await readText(content, hash);
  if (!document) return undefined;
  const agreement = readAgreement(document);
  lastRead.clear();
  lastRead.set(content, agreement);
  return agreement;
}

/**
 * The agreement that counts at an instant (epoch ms), by the records of people; none where the one that was entered when
 * Baton was installed does. @throws DeskError, AgreementError
 */
export async function agreementInForce(
  records: readonly StoredRecord[],
  hash: Hashing,
  at: number,
): Promise<{ readonly agreement?: Agreement }> {
  const content = countingIn(records, hash, at)?.content ?? INSTALLED;
  const agreement = content === INSTALLED ? undefined : await agreementOf(content, hash);
  return agreement ? { agreement } : {};
}

const standingOf = ({ version, from, open, moving, content }: Activation & { readonly content: string }) => ({
  ...{ version, from, open, content },
  ...(moving ? { moving: moving.at } : {}),
});

/** When it was chosen that what is open moves to the version that counts now; undefined where it was not. Epoch ms. */
export const movingSince = (records: readonly StoredRecord[], hash: Hashing, now: number): number | undefined =>
  countingIn(records, hash, now)?.moving;

/** Makes versions count, each from its instant (epoch ms), by the names of their texts. @throws DeskError */
export const putInForce = (
  inForce: readonly (Activation & { readonly content: string })[],
  hash: Hashing,
): Promise<void> => keepAbout(STANDING, { activations: inForce.map(standingOf) }, hash);
