import { AgreementError } from '@baton/shared';
import Resolver from '@forge/resolver';
import { z } from 'zod';
import { readAgreementText, saveAgreement } from './agreementStore';
import { isSiteAdmin } from './jiraDesk';
import { validatorUses, type ValidatorUse } from './validatorUses';

const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('read') }),
  z.strictObject({ type: z.literal('validator') }),
  z.strictObject({ type: z.literal('save'), text: z.string().max(400_000) }),
]);

/** What the admin page is told. */
type AdminAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: true; readonly uses: readonly ValidatorUse[] }
  | {
      readonly ok: false;
      readonly sentence: string;
      readonly violations: readonly { readonly path: string; readonly message: string }[];
    };

const refusal = (sentence: string, violations: AgreementError['violations'] = []): AdminAnswer => ({
  ok: false,
  sentence,
  violations,
});

async function save(text: string): Promise<AdminAnswer> {
  try {
    await saveAgreement(text);
    return { ok: true, text };
  } catch (error) {
    if (error instanceof AgreementError) return refusal(error.message, error.violations);
    console.warn(error instanceof Error ? error.message : 'The agreement was not saved.');
    return refusal('The agreement was not saved; the one before is still in force. Try again in a minute.');
  }
}

async function uses(): Promise<AdminAnswer> {
  try {
    return { ok: true, uses: await validatorUses() };
  } catch (error) {
    console.warn(error instanceof Error ? error.message : 'The workflows could not be read.');
    return refusal('Jira does not let Baton list them for you. Look for the rule “Baton handoff” in each workflow.');
  }
}

/** The page can be reached by URL without being admin, so every request is authorised here (forge ECO-1592). */
async function agreement({ payload }: { payload: unknown }): Promise<AdminAnswer> {
  const request = requestSchema.safeParse(payload);
  if (!request.success) return refusal('The page sent something Baton does not understand. Reload it.');
  if (!(await isSiteAdmin().catch(() => false))) return refusal('Only administrators of this site can do this.');
  if (request.data.type === 'save') return save(request.data.text);
  if (request.data.type === 'validator') return uses();
  return { ok: true, text: (await readAgreementText()) ?? '' };
}

/** The admin page's only door. */
export const agreementResolver = new Resolver().define('agreement', agreement as never).getDefinitions();
