import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { ActAnswer, actEnvelope, Id } from '#matters/matter/model.ts'
import {
  Day,
  DispatchHistory,
  ExtensionDecision,
  ObjectionDecision,
  Reason,
  reasonLengthMax,
  SuspensionKindWord,
} from './model.ts'

const strict = { additionalProperties: false }
const Words = Type.String({ maxLength: reasonLengthMax })
const Offices = Type.Array(Id, { maxItems: 20, uniqueItems: true })

export const consult = command({
  name: 'dispatch.consult',
  path: '/matters/:matter/consult',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      question: Reason,
      offices: Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true }),
    },
    strict,
  ),
  output: ActAnswer,
  summary: 'Call a consultation 会商 of several offices before a hard case is dispatched.',
})

export const opine = command({
  name: 'dispatch.opine',
  path: '/matters/:matter/opine',
  audience: 'officer',
  input: Type.Object({ ...actEnvelope, opinion: Reason }, strict),
  output: ActAnswer,
  summary:
    'Say what one’s own office thinks, when it is asked in a consultation; said again, it takes the place.',
})

export const concludeConsultation = command({
  name: 'dispatch.concludeConsultation',
  path: '/matters/:matter/conclude-consultation',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      conclusion: Reason,
      opinions: Type.Optional(
        Type.Array(Type.Object({ office: Id, opinion: Reason }, strict), { maxItems: 20 }),
      ),
    },
    strict,
  ),
  output: ActAnswer,
  summary: 'End the consultation with what the offices said and what was agreed.',
})

export const dispatch = command({
  name: 'dispatch.dispatch',
  path: '/matters/:matter/dispatch',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      lead: Id,
      assisting: Type.Optional(Offices),
      dutyItem: Type.Optional(
        Type.String({ maxLength: 40, description: 'Item of the duty list it rests on.' }),
      ),
      basis: Type.Optional(
        Type.String({
          maxLength: 500,
          description: 'The legal basis, where the duty list does not give it.',
        }),
      ),
      opinion: Type.Optional(Words),
    },
    strict,
  ),
  output: ActAnswer,
  summary:
    'Dispatch 派遣 to one lead office and its assisting offices, with the basis it rests on.',
})

export const checkAssignment = query({
  name: 'dispatch.checkAssignment',
  path: '/matters/:matter/assignment-check',
  audience: 'officer',
  input: Type.Object(
    {
      matter: Id,
      lead: Id,
      assisting: Type.Optional(
        Type.String({
          maxLength: 740,
          pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36})*$',
          description: 'Ids parted by commas.',
        }),
      ),
    },
    strict,
  ),
  output: Type.Object({
    refusal: Type.Union([
      Type.Object({
        reason: Type.String(),
        detail: Type.String(),
        field: Type.Union([Type.String(), Type.Null()]),
      }),
      Type.Null(),
    ]),
  }),
  summary:
    'Why these offices cannot be given this matter by the township list and the guard; null when they can.',
})

export const object = command({
  name: 'dispatch.object',
  path: '/matters/:matter/object',
  audience: 'officer',
  input: Type.Object({ ...actEnvelope, reason: Reason, wanted: Type.Optional(Id) }, strict),
  output: ActAnswer,
  summary: 'Contest a dispatch 派单异议, within the window of the rule.',
})

export const decideObjection = command({
  name: 'dispatch.decideObjection',
  path: '/matters/:matter/decide-objection',
  audience: 'officer',
  input: Type.Object({ ...actEnvelope, decision: ObjectionDecision, reason: Reason }, strict),
  output: ActAnswer,
  summary: 'Decide a contested dispatch; the decision is final.',
})

export const askExtension = command({
  name: 'dispatch.askExtension',
  path: '/matters/:matter/ask-extension',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      reason: Reason,
      amount: Type.Number({
        exclusiveMinimum: 0,
        maximum: 10_000,
        description: 'In units of the rule limit.extension.',
      }),
    },
    strict,
  ),
  output: ActAnswer,
  summary: 'Ask for more time 延期; when granted, the resident reads the reason.',
})

export const decideExtension = command({
  name: 'dispatch.decideExtension',
  path: '/matters/:matter/decide-extension',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      decision: ExtensionDecision,
      amount: Type.Optional(
        Type.Number({ exclusiveMinimum: 0, maximum: 10_000, description: 'Less than was asked.' }),
      ),
      reason: Type.Optional(Words),
    },
    strict,
  ),
  output: ActAnswer,
  summary: 'Grant an extension, whole or in part, or refuse it.',
})

export const suspend = command({
  name: 'dispatch.suspend',
  path: '/matters/:matter/suspend',
  audience: 'officer',
  input: Type.Object(
    { ...actEnvelope, kind: SuspensionKindWord, reason: Reason, wakeOn: Day },
    strict,
  ),
  output: ActAnswer,
  summary: 'Put a matter on hold 挂账 until a day, on which it wakes by itself.',
})

export const wake = command({
  name: 'dispatch.wake',
  path: '/matters/:matter/wake',
  audience: 'officer',
  input: Type.Object({ ...actEnvelope, reason: Type.Optional(Words) }, strict),
  output: ActAnswer,
  summary: 'End the hold of a matter, before its day or on it.',
})

export const urge = command({
  name: 'dispatch.urge',
  path: '/matters/:matter/urge',
  audience: 'resident',
  input: Type.Object({ ...actEnvelope, note: Type.Optional(Words) }, strict),
  output: ActAnswer,
  summary: 'Urge the handling office 催办: the reporter once it is overdue, officers at any time.',
})

export const dispatchHistory = query({
  name: 'dispatch.history',
  path: '/matters/:matter/dispatching',
  audience: 'officer',
  input: Type.Object({ matter: Id }, strict),
  output: DispatchHistory,
  summary: 'Assignments, consultations, objections, extensions and suspensions of a matter.',
})
