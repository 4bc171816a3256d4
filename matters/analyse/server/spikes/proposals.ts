import type { InputOf, OutputOf } from '#foundation/contract.ts'
import { maskPersonalData } from '#foundation/personal-data.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { daysOn, listOn } from '#foundation/rules-with-citations.ts'
import { idFromText } from '#foundation/server/id-from-text.ts'
import { checkCategory } from '#matters/matter/server/check-category.ts'
import type { County, Engine } from '#matters/matter/server/engine.ts'
import type { Names } from '#matters/matter/server/list.ts'
import { type NewMatter, openWithin } from '#matters/matter/server/open.ts'
import type { Moment } from '#people/server/moment.ts'
import { noteDeed } from '#people/server/staff/audit.ts'
import type { declineProposal, listProposals, takeProposal } from '../../spikes/contract.ts'
import { whyNotDecide, whyNotReadSpikes } from '../../spikes/rules.ts'
import { decideProposal, lockProposal, type ProposalRow, proposalsIn } from '../store-proposals.ts'
import { categoryNodes } from '../store-spikes.ts'

const deciders = (county: County, now: Date) =>
  listOn(county.rules, 'list.proposalDeciders', county.dayOf(now))

/** Names of the county's categories in the reader's language. */
async function categoryNamer({ sql, by }: Moment): Promise<(code: string) => string> {
  const nodes = await categoryNodes(sql, by.county)
  const names = new Map(
    nodes.map(({ code, name, nameEn }) => [code, by.language === 'en' ? nameEn : name]),
  )
  return (code) => names.get(code) ?? code
}

/** Proposals of one state, those for the latest season first. */
export async function answerProposals(
  { state }: InputOf<typeof listProposals>,
  moment: Moment,
  county: County,
  names: Names,
): Promise<OutputOf<typeof listProposals>> {
  const { sql, by, now } = moment
  unless(whyNotReadSpikes(by))
  const [rows, nameOf] = await Promise.all([
    proposalsIn(sql, by.county, state ?? 'open'),
    categoryNamer(moment),
  ])
  return {
    proposals: rows.map((row) => ({
      ...row,
      categoryName: nameOf(row.category),
      divisionName: names.divisionName(by.county, row.division),
      proposedAt: row.proposedAt.toISOString(),
    })),
    mayDecide: whyNotDecide(by, deciders(county, now)) === null,
    daysAhead: daysOn(county.rules, 'window.proposal', county.dayOf(now)),
  }
}

/**
 * The proposal, held. @throws Refused when there is none, or it was decided on; what the same officer has taken up
 * may be sent again
 */
async function openProposal(
  id: string,
  { sql, by }: Moment,
  again: 'taken' | null = null,
): Promise<ProposalRow> {
  const found = await lockProposal(sql, by.county, id)
  if (!found) throw new Refused(refuse('spikes.proposalUnknown', 'missing', { field: 'proposal' }))
  const repeated = found.state === again && found.decidedBy === by.person
  if (found.state !== 'open' && !repeated)
    throw new Refused(refuse('spikes.decidedAlready', 'conflict', { field: 'proposal' }))
  return found
}

function findingFrom(
  { category, division }: ProposalRow,
  words: string,
  { categoryName, urgency }: { categoryName: string; urgency: NewMatter['urgency'] },
  { by, now }: Moment,
): NewMatter {
  const title = maskPersonalData(`未诉先办：${categoryName}`)
  return {
    ...{ kind: 'finding', channel: 'gridWorker', title, words, category, division, urgency },
    publicTitle: title,
    publicWords: maskPersonalData(words),
    ...{ type: null, grid: null, placeText: '', lon: null, lat: null, happenedAt: null },
    receivedAt: now,
    ...{ confidential: false, replyWanted: false, published: false, reporter: null },
    recordedBy: by.person,
    ...{ leadOffice: null, offices: [], shutOut: [] },
  }
}

/** A leader takes a proposal up: a finding is opened in the same transaction, with what it rests on in its record. */
export async function take(
  engine: Engine,
  input: InputOf<typeof takeProposal>,
  moment: Moment,
  county: County,
): Promise<OutputOf<typeof takeProposal>> {
  const { sql, by, now } = moment
  unless(whyNotReadSpikes(by) ?? whyNotDecide(by, deciders(county, now)))
  const proposal = await openProposal(input.proposal, moment, 'taken')
  const [urgency, nameOf] = await Promise.all([
    checkCategory(county, proposal.category, moment),
    categoryNamer(moment),
  ])
  const words = input.words.trim()
  const made = findingFrom(
    proposal,
    words,
    { categoryName: nameOf(proposal.category), urgency },
    moment,
  )
  const { years, usual, from, to } = proposal
  const outcome = { body: { proposal: proposal.id, years, usual, from, to } }
  const origin = { datum: null, source: null, sourceNumber: null }
  // One proposal becomes one finding: the act has the proposal's own id, and sent again it gets the first answer.
  const act = { ...moment, actId: idFromText<Moment['actId']>(`take ${proposal.id}`) }
  const { answer, held } = await openWithin(engine, county, made, outcome, origin, act)
  const { matter, number } = answer
  if (!held) return { matter, number }
  await decideProposal(sql, by.county, proposal.id, {
    ...{ state: 'taken', by: by.person, at: now, reason: '', matter },
  })
  return { matter, number }
}

/** A leader declines a proposal; why stands beside it and in the log. */
export async function decline(
  input: InputOf<typeof declineProposal>,
  moment: Moment,
  county: County,
): Promise<OutputOf<typeof declineProposal>> {
  const { sql, by, now } = moment
  unless(whyNotReadSpikes(by) ?? whyNotDecide(by, deciders(county, now)))
  const { id, category, division } = await openProposal(input.proposal, moment)
  const reason = input.reason.trim()
  unless(
    reason.length < 2
      ? refuse('foundation.fieldMissing', 'invalid', {
          field: 'reason',
          values: { field: 'reason' },
        })
      : null,
  )
  await decideProposal(sql, by.county, id, {
    ...{ state: 'declined', by: by.person, at: now, reason, matter: null },
  })
  await noteDeed(moment, 'declineProposal', { proposal: id, category, division, reason })
  return { proposal: id }
}
