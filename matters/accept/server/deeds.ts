import { maskPersonalData } from '#foundation/personal-data.ts'
import { urgencyWith } from '#matters/matter/server/check-category.ts'
import { type Deed, deed } from '#matters/matter/server/deed.ts'
import { attachFiles } from '#matters/matter/server/files.ts'
import { checkedDivision } from '#people/server/found.ts'
import { accept, answer, readIdentity, refuseMatter, supplement, withdraw } from '../contract.ts'
import {
  publicTitleFrom,
  whyNotPlace,
  whyNotReadIdentity,
  whyNotRefuse,
  whyNotWords,
} from '../rules.ts'
import { amendDeed } from './amend.ts'
import { joinDeeds } from './joins.ts'
import type { Acceptance } from './submit.ts'

/** Takes a matter in as one to be dealt with. */
export const acceptDeed = deed({
  verb: 'accept',
  contract: accept,
  whyNot: (_, input) => whyNotPlace(input.place),
  apply: async ({ matter, county }, input, moment) => {
    const division = input.place?.division
    const [urgency] = await Promise.all([
      urgencyWith(county, matter, input, moment),
      checkedDivision(moment, division, county.dayOf(moment.now), 'place.division'),
    ])
    const confidential = input.confidential ?? matter.confidential
    const title = input.title ?? matter.title
    return {
      change: {
        title,
        publicTitle: publicTitleFrom(title, matter.words),
        type: input.type ?? matter.type,
        category: input.category ?? matter.category,
        urgency,
        confidential,
        // What is confidential or a report of wrongdoing is never published (GB/T 33358; domain.md 2.10).
        published:
          !confidential && (input.type ?? matter.type) !== 'report' && (input.published ?? true),
        division: division ?? matter.division,
        placeText: input.place?.text ?? matter.placeText,
        lon: input.place?.lon ?? matter.lon,
        lat: input.place?.lat ?? matter.lat,
        ...(input.place?.lon === undefined ? {} : { datum: input.place.datum ?? 'WGS84' }),
        shutOut: input.concerns
          ? [...new Set([...matter.shutOut, ...input.concerns])]
          : matter.shutOut,
      },
      body: { urgency, published: input.published ?? true },
    }
  },
})

const refuseDeed = deed({
  verb: 'refuse',
  contract: refuseMatter,
  whyNot: (_, input) =>
    whyNotRefuse(input.reason, input.channel, input.related) ?? whyNotWords(input.reply),
  apply: async (_, input) => ({
    body: {
      reason: input.reason,
      channel: input.channel,
      reply: input.reply,
      related: input.related ?? null,
    },
    shown: { reason: input.reason, channel: input.channel, reply: maskPersonalData(input.reply) },
  }),
})

const answerDeed = ({ citeArticle }: Acceptance) =>
  deed({
    verb: 'answer',
    contract: answer,
    whyNot: (_, input) => whyNotWords(input.reply),
    apply: async (subject, { reply, article }, moment) => {
      const used = article === undefined ? null : await citeArticle(article, subject, moment)
      // Which edition was told stays in the record, whatever the knowledge base says later.
      const source = used && { article: used.title, edition: used.edition, citation: used.citation }
      return {
        change: { type: subject.matter.type ?? 'consultation' },
        body: { reply, ...source, ...(used && { articleId: used.id }) },
        shown: { reply: maskPersonalData(reply), ...(used && { citation: used.citation }) },
      }
    },
  })

const supplementDeed = ({ files }: Acceptance) =>
  deed({
    verb: 'supplement',
    contract: supplement,
    whyNot: (_, input) => whyNotWords(input.words),
    apply: async ({ matter }, input, moment) => {
      const to = {
        matter: matter.id,
        seq: matter.version + 1,
        stage: 'supplement',
        audience: 'resident',
      } as const
      await attachFiles(files, moment, to, input.files)
      return {
        body: { words: input.words, files: input.files?.length ?? 0 },
        shown: { words: maskPersonalData(input.words), files: input.files?.length ?? 0 },
      }
    },
  })

const withdrawDeed = deed({
  verb: 'withdraw',
  contract: withdraw,
  apply: async (_, input) => ({
    body: { reason: input.reason ?? '' },
    shown: { reason: maskPersonalData(input.reason ?? '') },
  }),
})

/** Writes the reading into the record; the identity itself is opened beside it and never stored again (routes.ts). */
const readIdentityDeed = deed({
  verb: 'readIdentity',
  contract: readIdentity,
  whyNot: ({ matter }, _, { by }) => whyNotReadIdentity(matter, by),
  apply: async (_, input) => ({
    body: { purpose: input.purpose },
    shown: { purpose: input.purpose },
  }),
})

/** The acts of accepting 受理. */
export function acceptDeeds(acceptance: Acceptance): Deed[] {
  return [
    acceptDeed,
    refuseDeed,
    answerDeed(acceptance),
    amendDeed,
    supplementDeed(acceptance),
    withdrawDeed,
    readIdentityDeed,
    ...joinDeeds(acceptance),
  ]
}
