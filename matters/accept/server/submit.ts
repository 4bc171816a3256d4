import { maskPersonalData } from '#foundation/personal-data.ts'
import { unless } from '#foundation/refusal.ts'
import type { Seal } from '#foundation/server/seal.ts'
import type { Channel, Urgency } from '#matters/matter/model.ts'
import type { Held } from '#matters/matter/server/act.ts'
import { checkCategory } from '#matters/matter/server/check-category.ts'
import type { Subject } from '#matters/matter/server/deed.ts'
import type { County, Engine } from '#matters/matter/server/engine.ts'
import { attachFiles, type KnownFiles } from '#matters/matter/server/files.ts'
import { type NewMatter, openWithin } from '#matters/matter/server/open.ts'
import { knowResident } from '#people/server/door/know-resident.ts'
import type { Moment } from '#people/server/moment.ts'
import { normalPhone } from '#people/sign-in-rules.ts'
import type { Receipt, Said } from '../model.ts'
import { publicTitleFrom, titleFrom, whyNotPlace, whyNotReporter, whyNotWords } from '../rules.ts'
import { sealIdentity } from './identity.ts'
import { keptPlace } from './place.ts'
import { hashOfSecret, secretFor } from './receipt.ts'
import { writeReceipt } from './store.ts'

/**
 * Where answers may come from. The knowledge base stands on the same floor, so the roof hands it in.
 * @returns the edition that was used, for the record
 */
export type KnownArticles = (
  article: string,
  subject: Subject,
  moment: Moment,
) => Promise<{ id: string; edition: number; title: string; citation: string }>

/** What accepting works with, made once by the roof. */
export type Acceptance = {
  readonly engine: Engine
  readonly seal: Seal
  readonly files: KnownFiles
  readonly citeArticle: KnownArticles
}

/**
 * Whose matter it is: the resident who is signed in, or the one whose mobile number an officer took down, so
 * that the caller finds the
 * matter again under "my matters". What anybody types into the portal without signing in proves nothing.
 */
async function reporterOf(
  { seal }: Acceptance,
  { reporter }: Said,
  { by, now, sql }: Moment,
): Promise<string | null> {
  if (by.kind === 'resident') return by.person
  const phone = reporter?.phone ? normalPhone(reporter.phone) : null
  if (by.kind !== 'officer' || !phone) return null
  const { county, language } = by
  return knowResident(sql, seal, { county, phone, language, name: reporter?.name }, now)
}

/**
 * A new matter from what somebody said: title and public text made, personal data masked for others, the point
 * located.
 */
function matterFrom(
  said: Said,
  channel: Channel,
  {
    reporter,
    place,
    urgency,
  }: { reporter: string | null; place: Awaited<ReturnType<typeof keptPlace>>; urgency: Urgency },
  { by, now }: Moment,
): NewMatter {
  const words = said.words.trim()
  const title = said.title?.trim() || titleFrom(words)
  return {
    kind: said.kind ?? 'request',
    title,
    words,
    publicTitle: publicTitleFrom(title, words),
    publicWords: maskPersonalData(words),
    channel,
    type: said.type ?? null,
    category: said.category ?? null,
    urgency,
    ...place,
    happenedAt: said.happenedAt ? new Date(said.happenedAt) : null,
    receivedAt: now,
    confidential: said.confidential ?? false,
    replyWanted: said.replyWanted ?? true,
    published: false,
    reporter,
    recordedBy: by.kind === 'officer' ? by.person : null,
    leadOffice: null,
    offices: [],
    shutOut: said.concerns ?? [],
  }
}

/** The receipt, and the matter for acts in the same transaction; null when the act id had been seen before. */
export type Submitted = { readonly receipt: Receipt; readonly held: Held | null }

/**
 * Somebody says what is wrong: checks, opens the matter with its receipt, keeps identity apart.
 * @throws Refused for words that say nothing, a missing consent, half a point, a place or category that does not exist
 */
export async function submitWithin(
  acceptance: Acceptance,
  county: County,
  said: Said,
  channel: Channel,
  moment: Moment,
): Promise<Submitted> {
  unless(whyNotWords(said.words) ?? whyNotReporter(said.reporter) ?? whyNotPlace(said.place))
  const [reporter, place, urgency] = await Promise.all([
    reporterOf(acceptance, said, moment),
    keptPlace(county, said.place, moment),
    checkCategory(county, said.category, moment),
  ])
  const made = matterFrom(said, channel, { reporter, place, urgency }, moment)
  const secret = secretFor(moment.actId, acceptance.seal)
  const outcome = {
    body: {
      channel,
      behalf: said.reporter?.behalfOf !== undefined,
      files: said.files?.length ?? 0,
    },
    shown: { channel },
  }
  const origin = {
    datum: made.lon === null ? null : (said.place?.datum ?? 'WGS84'),
    source: null,
    sourceNumber: null,
  }
  const opened = await openWithin(acceptance.engine, county, made, outcome, origin, moment)
  const { sql, by } = moment
  if (opened.held) {
    await Promise.all([
      writeReceipt(
        sql,
        by.county,
        opened.answer.number,
        opened.answer.matter,
        hashOfSecret(secret),
      ),
      sealIdentity(acceptance.seal, sql, by.county, opened.answer.matter, said.reporter),
      attachFiles(
        acceptance.files,
        moment,
        { matter: opened.answer.matter, seq: 1, stage: 'report', audience: 'resident' },
        said.files,
      ),
    ])
  }
  return { receipt: { ...opened.answer, secret }, held: opened.held }
}
