import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import {
  ActAnswer,
  actEnvelope,
  ChannelWord,
  Id,
  RequestTypeWord,
  UrgencyWord,
  VerbWord,
} from '#matters/matter/model.ts'
import { OtherChannel, Place, Receipt, RefusalKind, said, wordsLengthMax } from './model.ts'

const strict = { additionalProperties: false }
const reply = Type.String({ minLength: 5, maxLength: wordsLengthMax })

/** A resident, or anybody without an account, says what is wrong or needed. */
export const submit = command({
  name: 'accept.submit',
  path: '/counties/:county/matters',
  audience: 'public',
  input: Type.Object({ county: Type.Integer({ minimum: 1 }), actId: Id, ...said }, strict),
  output: Receipt,
  summary: 'Report a matter. The same actId always gives the same receipt.',
})

/**
 * An officer records what somebody says: on the phone, at the counter, in the grid; and may accept, judge or
 * answer in the same breath.
 */
export const record = command({
  name: 'accept.record',
  path: '/matters',
  audience: 'officer',
  input: Type.Object(
    {
      actId: Id,
      channel: ChannelWord,
      ...said,
      next: Type.Optional(
        Type.Array(
          Type.Object(
            { verb: VerbWord, input: Type.Record(Type.String(), Type.Unknown()) },
            strict,
          ),
          {
            maxItems: 4,
            description:
              'Acts done at once after recording, in this order: accept, judge, answer, refuse, solveOnSpot, dispatch.',
          },
        ),
      ),
    },
    strict,
  ),
  output: Receipt,
  summary: 'Record a matter for somebody, and do the next acts at once.',
})

export const accept = command({
  name: 'accept.accept',
  path: '/matters/:matter/accept',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      title: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
      type: Type.Optional(RequestTypeWord),
      category: Type.Optional(Type.String({ maxLength: 40 })),
      urgency: Type.Optional(UrgencyWord),
      published: Type.Optional(Type.Boolean()),
      confidential: Type.Optional(Type.Boolean()),
      place: Type.Optional(Place),
      concerns: Type.Optional(Type.Array(Id, { maxItems: 10 })),
    },
    strict,
  ),
  output: ActAnswer,
  summary: 'Accept 受理: the resident is told, the clock of completion starts.',
})

export const refuseMatter = command({
  name: 'accept.refuse',
  path: '/matters/:matter/refuse',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      reason: RefusalKind,
      channel: OtherChannel,
      reply,
      related: Type.Optional(Type.String({ maxLength: 40 })),
    },
    strict,
  ),
  output: ActAnswer,
  summary:
    'Refuse 不予受理 for one of six reasons, with the right channel and a reply to the resident.',
})

export const answer = command({
  name: 'accept.answer',
  path: '/matters/:matter/answer',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      reply,
      article: Type.Optional(Id),
    },
    strict,
  ),
  output: ActAnswer,
  summary:
    'Answer a consultation 咨询 at once; the article of the knowledge base it was answered with is noted.',
})

export const amend = command({
  name: 'accept.amend',
  path: '/matters/:matter/amend',
  audience: 'resident',
  input: Type.Object(
    {
      ...actEnvelope,
      words: Type.Optional(Type.String({ minLength: 1, maxLength: wordsLengthMax })),
      /** Takes the place of the whole former place. */
      place: Type.Optional(Place),
    },
    strict,
  ),
  output: ActAnswer,
  summary:
    'Correct 更正 words or place of a report, before it is accepted and within the window of the rule.',
})

export const supplement = command({
  name: 'accept.supplement',
  path: '/matters/:matter/supplement',
  audience: 'resident',
  input: Type.Object(
    {
      ...actEnvelope,
      words: Type.String({ minLength: 1, maxLength: wordsLengthMax }),
      files: said.files,
    },
    strict,
  ),
  output: ActAnswer,
  summary: 'Add words or photos to a matter in hand.',
})

export const withdraw = command({
  name: 'accept.withdraw',
  path: '/matters/:matter/withdraw',
  audience: 'resident',
  input: Type.Object(
    { ...actEnvelope, reason: Type.Optional(Type.String({ maxLength: 500 })) },
    strict,
  ),
  output: ActAnswer,
  summary: 'Withdraw one’s own matter.',
})

export const readIdentity = command({
  name: 'accept.readIdentity',
  path: '/matters/:matter/identity',
  audience: 'officer',
  input: Type.Object(
    { ...actEnvelope, purpose: Type.String({ minLength: 2, maxLength: 200 }) },
    strict,
  ),
  output: Type.Object({
    name: Type.Union([Type.String(), Type.Null()]),
    phone: Type.Union([Type.String(), Type.Null()]),
    behalfOf: Type.Union([
      Type.Object({ name: Type.String(), relation: Type.String() }),
      Type.Null(),
    ]),
  }),
  summary:
    'Read who reported, with a purpose; the reading stands in the record and the resident sees it.',
})

/** What the public would see of these words. */
export const preview = command({
  name: 'accept.preview',
  path: '/preview',
  audience: 'public',
  input: Type.Object({ words: Type.String({ maxLength: wordsLengthMax }) }, strict),
  output: Type.Object({
    masked: Type.String(),
    found: Type.Array(
      Type.Object({ from: Type.Integer(), to: Type.Integer(), kind: Type.String() }),
    ),
  }),
  summary: 'Show how personal data in a text will be masked for others.',
})

/** The files of a matter the asker may see. */
export const filesOf = query({
  name: 'accept.files',
  path: '/matters/:matter/files',
  audience: 'public',
  input: Type.Object({ matter: Id }, strict),
  output: Type.Array(
    Type.Object({
      hash: Type.String(),
      type: Type.String(),
      size: Type.Integer(),
      at: Type.String(),
      stage: Type.String(),
    }),
  ),
  summary: 'Photos and papers of a matter.',
})
