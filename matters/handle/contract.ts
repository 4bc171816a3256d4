import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { ActAnswer, actEnvelope, Id } from '#matters/matter/model.ts'
import {
  ContactWayWord,
  Day,
  Files,
  HandlingView,
  OutcomeWord,
  Reply,
  replyLengthMax,
} from './model.ts'

const strict = { additionalProperties: false }
const Words = Type.String({ maxLength: replyLengthMax })

export const sign = command({
  name: 'handle.sign',
  path: '/matters/:matter/sign',
  audience: 'officer',
  input: Type.Object({ ...actEnvelope, note: Type.Optional(Words) }, strict),
  output: ActAnswer,
  summary: 'Sign for a matter 签收 as its lead office.',
})

export const contact = command({
  name: 'handle.contact',
  path: '/matters/:matter/contact',
  audience: 'officer',
  input: Type.Object(
    { ...actEnvelope, how: ContactWayWord, reached: Type.Boolean(), note: Type.Optional(Words) },
    strict,
  ),
  output: ActAnswer,
  summary:
    'Record a try to reach the resident; only one that reached them ends the time to first contact.',
})

export const note = command({
  name: 'handle.note',
  path: '/matters/:matter/note',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      words: Type.String({ minLength: 1, maxLength: replyLengthMax }),
      files: Type.Optional(Files),
    },
    strict,
  ),
  output: ActAnswer,
  summary: 'Note what was done; for the offices only.',
})

export const assist = command({
  name: 'handle.assist',
  path: '/matters/:matter/assist',
  audience: 'officer',
  input: Type.Object({ ...actEnvelope, answer: Reply, files: Type.Optional(Files) }, strict),
  output: ActAnswer,
  summary: 'Answer the lead office as an assisting one.',
})

export const feedBack = command({
  name: 'handle.feedBack',
  path: '/matters/:matter/feed-back',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      outcome: OutcomeWord,
      reply: Reply,
      basis: Type.Optional(Type.String({ maxLength: 1000 })),
      nextStep: Type.Optional(Words),
      promisedDay: Type.Optional(Day),
      files: Type.Optional(Files),
    },
    strict,
  ),
  output: Type.Object({
    ...ActAnswer.properties,
    unanswered: Type.Array(Id, { description: 'Assisting offices that have not answered.' }),
  }),
  summary: 'Report the result 反馈 to the resident; somebody else checks and closes.',
})

export const solveOnSpot = command({
  name: 'handle.solveOnSpot',
  path: '/matters/:matter/solve-on-spot',
  audience: 'officer',
  input: Type.Object({ ...actEnvelope, done: Reply, files: Type.Optional(Files) }, strict),
  output: ActAnswer,
  summary: 'Report what the finder of a problem did about it at once.',
})

export const readHandling = query({
  name: 'handle.read',
  path: '/matters/:matter/handling',
  audience: 'officer',
  input: Type.Object({ matter: Id }, strict),
  output: HandlingView,
  summary: 'Contacts, answers of assisting offices and feedbacks of a matter.',
})
