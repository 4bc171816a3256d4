import { type Static, Type } from 'typebox'
import { ChannelWord, Id, KindWord, RequestTypeWord } from '#matters/matter/model.ts'

/** Longest words of a matter, in characters; a longer story belongs into files. */
export const wordsLengthMax = 5000

/**
 * The six kinds that are not ordinary orders (Beijing 接诉即办 law art. 11; domain.md 2.2): outcomes of acceptance
 * with a mandatory reply, never a hidden exclusion.
 * `emergency` 紧急求助 · `legalChannel` 诉讼仲裁信访等 · `inHand` 同一事项 · `secret` 秘密隐私 · `market` 超出职责 · `unlawful` 违法或违背公序良俗.
 */
export const refusalKinds = [
  'emergency',
  'legalChannel',
  'inHand',
  'secret',
  'market',
  'unlawful',
] as const
export const RefusalKind = Type.Unsafe<(typeof refusalKinds)[number]>(
  Type.String({ enum: [...refusalKinds] }),
)
export type RefusalKind = Static<typeof RefusalKind>

/** Where the resident is sent instead. */
export const otherChannels = [
  'police110',
  'fire119',
  'ambulance120',
  'traffic122',
  'court',
  'arbitration',
  'discipline',
  'reconsideration',
  'petition',
  'disclosure',
  'mediation',
  'market',
  'none',
] as const
export const OtherChannel = Type.Unsafe<(typeof otherChannels)[number]>(
  Type.String({ enum: [...otherChannels] }),
)
export type OtherChannel = Static<typeof OtherChannel>

/** Where it is: a place of the list, a grid, words of one's own, a point; any of them, or none. */
export const Place = Type.Object(
  {
    division: Type.Optional(
      Type.String({ maxLength: 12, description: 'division code, usually 12 digits' }),
    ),
    text: Type.Optional(Type.String({ maxLength: 200 })),
    lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
    datum: Type.Optional(
      Type.Unsafe<'WGS84' | 'GCJ02' | 'CGCS2000'>(
        Type.String({ enum: ['WGS84', 'GCJ02', 'CGCS2000'] }),
      ),
    ),
  },
  { additionalProperties: false },
)
export type Place = Static<typeof Place>

/** Who reports. Kept apart and encrypted; never an identity number (architecture.md §2). */
export const Reporter = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 50 })),
    phone: Type.Optional(Type.String({ maxLength: 30 })),
    /** For whom, when somebody else types: name, relation, and their consent. */
    behalfOf: Type.Optional(
      Type.Object(
        {
          name: Type.String({ minLength: 1, maxLength: 50 }),
          relation: Type.String({ minLength: 1, maxLength: 50 }),
          consent: Type.Boolean(),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type Reporter = Static<typeof Reporter>

/** What somebody says, through whatever door. Words first; everything else may be left out. */
export const said = {
  kind: Type.Optional(KindWord),
  words: Type.String({ minLength: 1, maxLength: wordsLengthMax }),
  title: Type.Optional(Type.String({ maxLength: 60 })),
  type: Type.Optional(RequestTypeWord),
  category: Type.Optional(Type.String({ maxLength: 40 })),
  place: Type.Optional(Place),
  happenedAt: Type.Optional(Type.String({ format: 'date-time' })),
  confidential: Type.Optional(Type.Boolean()),
  replyWanted: Type.Optional(Type.Boolean()),
  files: Type.Optional(
    Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { maxItems: 9, uniqueItems: true }),
  ),
  reporter: Type.Optional(Reporter),
  /** Offices or officers the matter is about; they will never see it. */
  concerns: Type.Optional(Type.Array(Id, { maxItems: 10 })),
}
export const Said = Type.Object(said)
export type Said = Static<typeof Said>

/** What the sender gets: the number, and the secret that opens the status page without an account. */
export const Receipt = Type.Object({
  matter: Id,
  number: Type.String(),
  secret: Type.String(),
  state: Type.String(),
  version: Type.Integer(),
})
export type Receipt = Static<typeof Receipt>

export const DeskChannel = ChannelWord
