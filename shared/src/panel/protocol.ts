import { z } from 'zod';
import type { ExportedLedger } from '../ledger';
import { erasureReasonSchema } from '../ticket';
import type { AskFormView, FormView, PanelView } from './view';

const short = z.string().max(200);
/** Longer than any field may be, so that the rules can say so; shorter than what would be no typing at all. */
const text = z.string().max(400_000);
const actId = z.string().min(8).max(64);
/** A press on an offer: its own name, and the handoff that was on the screen. */
const onOffer = { actId, handoff: short.exactOptional() };

/** A press on a move without a handoff: the one that was on the screen. */
const onTransfer = { transfer: short.exactOptional() };

/** Why a receiver takes a ticket without a packet. */
export const asItIsReason = z.enum(['urgent', 'clear', 'ours', 'other']);

/** The fields of the hand-off form as the person left them. `deadline` is "YYYY-MM-DD HH:mm" in the viewer's zone. */
export const formFieldsSchema = z.strictObject({
  receiver: short,
  reason: short,
  nextAction: text,
  deadline: short,
  diagnosis: text,
  actions: text,
  evidence: text,
  extra: z.record(short, text).exactOptional(),
});

const askVerb = z.enum(['ask', 'escalate', 'raise', 'override', 'tell', 'record', 'record approval']);
/** The short form's fields by name, as the person left them. */
const askFields = z.record(short, text);
/** A press on an Ask. */
const onAsk = { actId, ask: short };

/** A press on an exception. */
const onOverride = { actId, override: short };

/** A press on what one shift offers to the next. */
const onShift = { actId, shift: short };

/**
 * What a screen may ask of the backend, the same on both desks. `actId` names one press, so that a request sent twice
 * counts once. `viewer.person` is what the browser says about itself: only Freshservice reads it, and checks it.
 */
export const panelRequestSchema = z.intersection(
  z.object({
    viewer: z.strictObject({ timeZone: short, person: short.exactOptional() }),
    ticket: short.exactOptional(),
  }),
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('view') }),
    z.object({ type: z.literal('form') }),
    z.object({ type: z.literal('draft'), fields: formFieldsSchema.nullable() }),
    z.object({ type: z.literal('offer'), actId, fields: formFieldsSchema }),
    z.object({
      type: z.literal('accept'),
      ...onOffer,
      deadline: short.exactOptional(),
      /** For a team, by whoever speaks for the party. */
      team: short.exactOptional(),
    }),
    z.object({ type: z.literal('reclassify'), ...onOffer, as: short }),
    z.object({
      type: z.literal('decline'),
      ...onOffer,
      code: z.enum(['wrong-party', 'wrong-team', 'duplicate', 'no-capacity', 'other']),
      why: text,
    }),
    z.object({ type: z.literal('return'), ...onOffer, ...onTransfer, guidance: text }),
    z.object({ type: z.literal('withdraw'), ...onOffer }),
    z.object({ type: z.literal('accept as it is'), actId, ...onTransfer, reason: asItIsReason }),
    z.object({ type: z.literal('take back'), actId, ...onTransfer, why: text }),
    z.object({ type: z.literal('decide'), actId, party: z.enum(['msp', 'client']) }),
    z.object({ type: z.literal('hold'), actId }),
    /** Of the pause on the screen, which began then, epoch ms. */
    z.object({ type: z.literal('dispute hold'), actId, since: z.number().int() }),
    z.object({ type: z.literal('declare major'), actId }),
    z.object({ type: z.literal('take command'), actId }),
    z.object({ type: z.literal('open bridge'), actId, bridge: text }),
    z.object({ type: z.literal('mitigated'), actId }),
    z.object({ type: z.literal('ask form'), verb: askVerb, fields: askFields.exactOptional() }),
    z.object({ type: z.literal('ask'), actId, verb: askVerb, fields: askFields }),
    z.object({ type: z.literal('offer shift'), ...onShift, nextAction: text, deadline: short }),
    /** `isAlone`: with a button of its own. */
    z.object({ type: z.literal('take shift'), ...onShift, isAlone: z.boolean() }),
    z.object({ type: z.literal('leave out'), ...onShift }),
    z.object({ type: z.literal('judge'), actId, verdict: z.enum(['should not', 'should have']) }),
    z.object({ type: z.literal('need info'), ...onOffer, question: text }),
    z.object({ type: z.literal('answer ask'), ...onAsk, answer: text }),
    z.object({ type: z.literal('chase'), ...onAsk }),
    z.object({ type: z.literal('withdraw ask'), ...onAsk }),
    z.object({ type: z.literal('refer'), ...onAsk, reference: text }),
    z.object({ type: z.literal('approve override'), ...onOverride }),
    z.object({ type: z.literal('refuse override'), ...onOverride, why: text }),
    z.object({ type: z.literal('erase'), actId, fact: z.number().int().min(1), because: erasureReasonSchema }),
    /** `page` is what the part before named as `earlier`; without it, the newest part. */
    z.object({ type: z.literal('ledger'), page: z.number().int().min(1).exactOptional() }),
  ]),
);

/** One request of {@link panelRequestSchema}. */
export type PanelRequest = z.infer<typeof panelRequestSchema>;
/** The form's fields; see {@link formFieldsSchema}. */
export type FormFields = z.infer<typeof formFieldsSchema>;

/** What the backend answers. A refusal brings the panel as it is now, so that the person sees what happened. */
export type PanelAnswer =
  | {
      readonly ok: true;
      readonly view: PanelView;
      readonly form?: FormView;
      readonly asking?: AskFormView;
      readonly ledger?: ExportedLedger;
    }
  | {
      readonly ok: false;
      readonly code: string;
      readonly sentence: string;
      readonly remedy: string;
      /** Sentence per field of the form or of the one field asked. */
      readonly fields?: Readonly<Record<string, string>>;
      readonly view?: PanelView;
    };
