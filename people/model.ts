import type { Static } from 'typebox'
import { Type } from 'typebox'
import type { MatterId, OfficeId, PersonId, PostId } from '#foundation/ids.ts'
import type { Language } from '#foundation/languages.ts'
import { languages } from '#foundation/languages.ts'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date', description: 'A day in the county, YYYY-MM-DD.' })
const DayOrOpen = Type.Union([Day, Type.Null()], {
  description: 'First day it no longer holds; null while open.',
})

/** What a post is for. The kind, not the title, decides which acts its holder may do (domain §1.2). */
export const PostKind = Type.Union([
  Type.Literal('operator'),
  Type.Literal('dispatcher'),
  Type.Literal('handler'),
  Type.Literal('chief'),
  Type.Literal('checker'),
  Type.Literal('leader'),
  Type.Literal('gridWorker'),
  Type.Literal('systemAdmin'),
  Type.Literal('securityAdmin'),
  Type.Literal('auditAdmin'),
])
export type PostKind = Static<typeof PostKind>

export const OfficeKind = Type.Union([
  Type.Literal('government'),
  Type.Literal('street'),
  Type.Literal('community'),
  Type.Literal('committee'),
  Type.Literal('party'),
  Type.Literal('company'),
  Type.Literal('association'),
  Type.Literal('other'),
])
export type OfficeKind = Static<typeof OfficeKind>

/** A body that can be given work or answer for it. Renamed and merged offices live on in their successor. */
export const Office = Type.Object({
  id: Id,
  name: Type.String(),
  nameEn: Type.String(),
  kind: OfficeKind,
  division: Type.Union([Type.String(), Type.Null()], {
    description: '12-digit division code; null for the whole county.',
  }),
  parent: Type.Union([Id, Type.Null()]),
  validFrom: Day,
  validTo: DayOrOpen,
  successor: Type.Union([Id, Type.Null()]),
  phone: Type.Union([Type.String(), Type.Null()]),
  duties: Type.Union([Type.String(), Type.Null()]),
})
export type Office = Static<typeof Office>

/** A seat in an office. It outlives the persons who sit on it. */
export const Post = Type.Object({
  id: Id,
  office: Id,
  kind: PostKind,
  title: Type.String(),
  division: Type.Union([Type.String(), Type.Null()], {
    description: 'Where it works, when narrower than its office.',
  }),
  validFrom: Day,
  validTo: DayOrOpen,
})
export type Post = Static<typeof Post>

/** Somebody in service. No personal phone, no identity number: the office has a phone (PIPL art. 6). */
export const Officer = Type.Object({
  id: Id,
  name: Type.String(),
  validFrom: Day,
  validTo: DayOrOpen,
})
export type Officer = Static<typeof Officer>

export const LanguageCode = Type.Union(languages.map((language) => Type.Literal(language)))

/** A post as its holder of the moment has it: their own, or lent by the person they stand in for. */
export type HeldPost = {
  readonly post: PostId
  readonly kind: PostKind
  readonly office: OfficeId
  /** Chinese name of the office on the day. */
  readonly officeName: string
  /** 12-digit code: the post's own, else the office's; null for the whole county. */
  readonly division: string | null
  /** Whose post it is when it came by delegation; null for one's own. */
  readonly behalfOf: PersonId | null
  /** Offices this one has succeeded (renamed, merged): their matters are its matters. */
  readonly formerly?: readonly OfficeId[]
}

/** A password somebody else chose wants changing; a second factor wants setting up. */
export const Owed = Type.Union([Type.Literal('password'), Type.Literal('secondFactor')])
export type Owed = Static<typeof Owed>

type Asking = {
  /** The county asked about; 0 where none is known yet. */
  readonly county: number
  readonly name: string
  readonly posts: readonly HeldPost[]
  readonly language: Language
  /** What an officer has to settle at the door first; until then they have no post and see nothing. */
  readonly owes?: Owed
}

/**
 * Who acts or asks. An officer or resident has signed in; a receipt is whoever showed the number and secret of one
 * matter; public is anybody; system is the house itself (jobs, imports, demo).
 */
export type Actor = Asking &
  (
    | { readonly kind: 'officer' | 'resident'; readonly person: string }
    | { readonly kind: 'receipt'; readonly person: null; readonly matter: MatterId }
    | { readonly kind: 'public' | 'system'; readonly person: null }
  )

/** One stand-in, given or received. */
export const Delegation = Type.Object({
  id: Id,
  post: Id,
  postTitle: Type.String(),
  officeName: Type.String(),
  from: Id,
  fromName: Type.String(),
  to: Id,
  toName: Type.String(),
  validFrom: Type.String({ format: 'date-time' }),
  validTo: Type.String({ format: 'date-time' }),
  reason: Type.String(),
  withdrawnAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
})
export type Delegation = Static<typeof Delegation>

/** One line of the audit log: who came in, who failed to, who was given which post. */
export const AuditEntry = Type.Object({
  id: Id,
  at: Type.String({ format: 'date-time' }),
  person: Type.Union([Id, Type.Null()]),
  personName: Type.Union([Type.String(), Type.Null()]),
  what: Type.String({
    description: 'Code of the event; its name stands under `audit` in the catalogues.',
  }),
  detail: Type.Record(
    Type.String(),
    Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
  ),
  address: Type.Union([Type.String(), Type.Null()], {
    description: 'Network address it came from.',
  }),
})
export type AuditEntry = Static<typeof AuditEntry>
