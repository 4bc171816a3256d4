import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { ActAnswer, actEnvelope, Id, RequestTypeWord, UrgencyWord } from '#matters/matter/model.ts'
import { Category, LegalChannelWord, SimilarMatter, Suggestion } from './model.ts'

const strict = { additionalProperties: false }
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Moment = Type.String({ format: 'date-time' })
const words = Type.String({ minLength: 1, maxLength: 5000 })
const division = Type.Optional(Type.String({ maxLength: 12 }))

export const judge = command({
  name: 'analyse.judge',
  path: '/matters/:matter/judge',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      category: Type.String({
        minLength: 1,
        maxLength: 40,
        description: 'code of the county’s tree',
      }),
      type: Type.Optional(RequestTypeWord),
      urgency: Type.Optional(UrgencyWord),
      channel: Type.Optional(LegalChannelWord),
      responsibleOffice: Type.Optional(Id),
      dutyItem: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      basis: Type.Optional(
        Type.String({ maxLength: 500, description: 'whose duty it is, in words' }),
      ),
      risk: Type.Optional(
        Type.String({ maxLength: 500, description: 'about the matter, never about a person' }),
      ),
    },
    strict,
  ),
  output: ActAnswer,
  summary:
    'Judge 研判: category, type, urgency, channel, responsible basis; kept beside what had been suggested.',
})

export const link = command({
  name: 'analyse.link',
  path: '/matters/:matter/link',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      to: Maybe(
        Type.String({
          minLength: 1,
          maxLength: 40,
          description: 'id or printed number; null takes a link back',
        }),
      ),
    },
    strict,
  ),
  output: ActAnswer,
  summary:
    'Link a duplicate to the matter it repeats: both stay, the reporter is told, it counts as a voice.',
})

export const suggestFor = query({
  name: 'analyse.suggest',
  path: '/suggest',
  audience: 'officer',
  input: Type.Object({ words, division }, strict),
  output: Type.Object({ ...Suggestion.properties, similar: Type.Array(SimilarMatter) }),
  summary:
    'What words speak for while they are typed: categories, urgency, other channels, matters alike.',
})

export const similarInCounty = query({
  name: 'analyse.similarInCounty',
  path: '/counties/:county/similar',
  audience: 'public',
  input: Type.Object({ county: Type.Integer({ minimum: 1 }), words, division }, strict),
  output: Type.Array(SimilarMatter),
  summary: 'Published matters that may be the same as what somebody is about to report.',
})

export const similarTo = query({
  name: 'analyse.similarTo',
  path: '/matters/:matter/similar',
  audience: 'officer',
  input: Type.Object({ matter: Id }, strict),
  output: Type.Array(SimilarMatter),
  summary: 'Matters that may be the same as this one, with the reasons.',
})

export const suggestTo = query({
  name: 'analyse.suggestTo',
  path: '/matters/:matter/suggestion',
  audience: 'officer',
  input: Type.Object({ matter: Id }, strict),
  output: Suggestion,
  summary:
    'What the words of this matter speak for; the judgement record keeps the same beside what was chosen.',
})

export const listCategories = query({
  name: 'analyse.categories',
  path: '/counties/:county/categories',
  audience: 'public',
  input: Type.Object({ county: Type.Integer({ minimum: 1 }) }, strict),
  output: Type.Array(Type.Omit(Category, ['synonyms'])),
  summary: 'The county’s tree of categories as it is today, parents before children.',
})

export const Judgement = Type.Object({
  seq: Type.Integer(),
  category: Type.String(),
  type: Maybe(RequestTypeWord),
  urgency: UrgencyWord,
  channel: LegalChannelWord,
  responsibleOffice: Maybe(Id),
  dutyItem: Maybe(Type.String()),
  basis: Type.String(),
  risk: Type.String(),
  suggested: Suggestion,
  judgedAt: Moment,
})

export const readJudgements = query({
  name: 'analyse.judgements',
  path: '/matters/:matter/judgements',
  audience: 'officer',
  input: Type.Object({ matter: Id }, strict),
  output: Type.Object({
    judgements: Type.Array(Judgement),
    /** Matters linked to this one as its duplicates. */
    voices: Type.Array(
      Type.Object({ id: Id, number: Type.String(), title: Type.String(), receivedAt: Moment }),
    ),
  }),
  summary: 'How a matter was judged, each time it was, and the duplicates linked to it.',
})
