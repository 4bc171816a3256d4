import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { ActAnswer, actEnvelope, FlagWord, Id, StateWord } from '#matters/matter/model.ts'

const strict = { additionalProperties: false }
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Moment = Type.String({ format: 'date-time' })
const secret = Type.Optional(
  Type.String({ maxLength: 30, description: 'of the join, for whoever has no account' }),
)

export const join = command({
  name: 'accept.join',
  path: '/matters/:matter/join',
  audience: 'public',
  input: Type.Object(
    {
      ...actEnvelope,
      phone: Type.Optional(
        Type.String({ maxLength: 30, description: 'needed unless a resident is signed in' }),
      ),
    },
    strict,
  ),
  output: Type.Object({
    number: Type.String(),
    secret: Maybe(Type.String({ description: 'null for a signed-in resident' })),
    voices: Type.Integer(),
  }),
  summary:
    'Join a published matter that concerns one too: a voice beside its reporter, with the same news.',
})

export const leave = command({
  name: 'accept.leave',
  path: '/matters/:matter/leave',
  audience: 'public',
  input: Type.Object({ ...actEnvelope, secret }, strict),
  output: ActAnswer,
  summary: 'Leave a matter one had joined; what was kept of the join is deleted.',
})

export const readVoices = query({
  name: 'accept.voices',
  path: '/matters/:matter/voices',
  audience: 'public',
  input: Type.Object({ matter: Id, secret }, strict),
  output: Type.Object({
    count: Type.Integer({ description: 'different people: its reporter, duplicates, joins' }),
    joined: Type.Boolean({ description: 'the asker is one of those who joined' }),
  }),
  summary: 'How many different people speak in a matter; a number, never who.',
})

export const listJoined = query({
  name: 'accept.joined',
  path: '/joined',
  audience: 'resident',
  input: Type.Object({}, strict),
  output: Type.Array(
    Type.Object({
      number: Type.String(),
      title: Type.String(),
      state: StateWord,
      flags: Type.Array(FlagWord),
      division: Maybe(Type.String()),
      placeText: Type.String(),
      receivedAt: Moment,
      dueAt: Maybe(Moment),
    }),
  ),
  summary: 'Matters the signed-in resident joined, as far as they are public, newest join first.',
})
