import { Type } from 'typebox'
import { query } from '#foundation/contract.ts'

const Share = Type.Number({ minimum: 0, maximum: 1 })
const Moment = Type.String({ format: 'date-time' })
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

/** How learning ended: it serves, the one before is better, it could not be measured, there was nothing to learn. */
export const learningOutcomes = ['live', 'notBetter', 'unmeasured', 'nothing'] as const
export type LearningOutcome = (typeof learningOutcomes)[number]

export const listModels = query({
  name: 'analyse.models',
  path: '/models',
  audience: 'officer',
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    /** The version that serves; null: suggestions come from names and synonyms. */
    serves: Maybe(Type.Integer()),
    models: Type.Array(
      Type.Object({
        version: Type.Integer(),
        outcome: Type.Unsafe<LearningOutcome>(Type.String({ enum: [...learningOutcomes] })),
        matters: Type.Integer(),
        leftOut: Type.Integer(),
        categories: Type.Integer(),
        heldOut: Type.Integer(),
        /** Macro-F1 on held-out matters, and that of the one that served, on the same. */
        quality: Maybe(Share),
        before: Maybe(Share),
        madeAt: Moment,
      }),
    ),
  }),
  summary: 'What the county has learnt from its own matters, each time, with how it measured.',
})
