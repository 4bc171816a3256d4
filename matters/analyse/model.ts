import { type Static, Type } from 'typebox'
import { Id, UrgencyWord } from '#matters/matter/model.ts'

/** One category 分类 of a county's tree: its names and synonyms are what suggestions are made of. */
export const Category = Type.Object({
  code: Type.String({ maxLength: 40 }),
  parent: Type.Union([Type.String(), Type.Null()]),
  name: Type.String({ maxLength: 40 }),
  nameEn: Type.String({ maxLength: 80 }),
  synonyms: Type.Array(Type.String()),
  urgency: UrgencyWord,
})
export type Category = Readonly<Static<typeof Category>>

/**
 * An ordinary order 普通工单, or the legal way a matter belongs to instead (Beijing 接诉即办 law art. 11; domain.md 1.2a):
 * judging only names it, refusing with a reply to the resident is an act of acceptance.
 */
export const legalChannels = [
  'order',
  'emergency',
  'court',
  'arbitration',
  'discipline',
  'reconsideration',
  'petition',
  'disclosure',
  'mediation',
] as const
export type LegalChannel = (typeof legalChannels)[number]
export const LegalChannelWord = Type.Unsafe<LegalChannel>(Type.String({ enum: [...legalChannels] }))

/** Words of the text that spoke for something. */
const Because = Type.Array(Type.String())

/**
 * A category that the words speak for. `score` is between 0 and 1: of what was learnt it is a probability, of names it
 * is comparable only within one answer.
 */
export const CategorySuggestion = Type.Object({
  category: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  score: Type.Number({ minimum: 0, maximum: 1 }),
  because: Because,
  /** Learnt from the county's own matters, or from the names and synonyms of its tree. */
  source: Type.Unsafe<'learnt' | 'names'>(Type.String({ enum: ['learnt', 'names'] })),
})
export type CategorySuggestion = Static<typeof CategorySuggestion>

/** Where the words sound like an emergency or a matter with a legal way of its own; a person decides. */
export const SpecialHint = Type.Object({
  channel: LegalChannelWord,
  /** The number to call in an emergency: 110, 119, 120 or 122. */
  call: Type.Union([Type.String(), Type.Null()]),
  because: Because,
})
export type SpecialHint = Static<typeof SpecialHint>

export const Suggestion = Type.Object({
  /** Best first, at most three. */
  categories: Type.Array(CategorySuggestion),
  /** False: the words are not clear enough (rule `analysis.certaintyMin`), a person decides without a preselection. */
  certain: Type.Boolean(),
  urgency: Type.Union([Type.Object({ urgency: UrgencyWord, because: Because }), Type.Null()]),
  special: Type.Array(SpecialHint),
  /** The version of the learnt model that was asked; null where none serves. */
  model: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
})
export type Suggestion = Static<typeof Suggestion>

/** Why two matters may be the same. */
export const Likeness = Type.Object({
  score: Type.Number({ minimum: 0, maximum: 1 }),
  sameCategory: Type.Boolean(),
  sameDivision: Type.Boolean(),
  /** Between the two points; null where one has none. */
  metres: Type.Union([Type.Integer(), Type.Null()]),
  sharedWords: Type.Array(Type.String()),
})
export type Likeness = Static<typeof Likeness>

/** A matter that may be the same. */
export const SimilarMatter = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  state: Type.String(),
  category: Type.Union([Type.String(), Type.Null()]),
  division: Type.Union([Type.String(), Type.Null()]),
  placeText: Type.String(),
  receivedAt: Type.String({ format: 'date-time' }),
  /** How many residents spoke: the matter itself and the duplicates linked to it. */
  voices: Type.Integer({ minimum: 1 }),
  likeness: Likeness,
})
export type SimilarMatter = Static<typeof SimilarMatter>
