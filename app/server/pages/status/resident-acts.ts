import { unless } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { supplement, withdraw } from '#matters/accept/contract.ts'
import { urge } from '#matters/dispatch/contract.ts'
import { rate, reopen } from '#matters/evaluate/contract.ts'
import { grades } from '#matters/evaluate/model.ts'
import { whyNotReason } from '#matters/evaluate/rules.ts'
import type { ResidentVerb } from '../../../resident-verbs.ts'
import { type SentForm, sentActId } from '../form.ts'
import type { Portal, Visit } from '../page.ts'

/** What was answered; a question left open is not answered with no. */
function answersOf({ text }: SentForm) {
  const solved = text('solved')
  const grade = grades.find((word) => word === text('grade'))
  const words = text('words')
  return {
    // "Not solved" is the verdict whether or not it is to be done again.
    ...(solved ? { solved: solved === 'yes' } : {}),
    ...(grade ? { grade } : {}),
    ...(words ? { words } : {}),
    publish: text('publish') === 'yes',
  }
}

/** Answers of the forms: kept when one is refused, and what tells two sendings apart. */
export const answerFields = ['words', 'reason', 'newFacts', 'solved', 'grade', 'publish'] as const

/** What every act of one form is asked with. */
type Acting = {
  readonly portal: Portal
  readonly matter: string
  readonly form: SentForm
  readonly visit: Visit
}

function reopenFor({ portal, matter, form, visit: { asked } }: Acting, reason: string) {
  // One form may do two acts: each has an id of its own.
  const actId = sentActId(form, [...answerFields, 'reopen'], newId(asked.now))
  const newFacts = form.text('newFacts')
  const input = { matter, actId, reason, ...(newFacts ? { newFacts } : {}) }
  return portal.ask(reopen, input, { ...asked, actId })
}

/** The verdict; who wants it done again needs no second form, but must say what is not solved. */
async function rateFor(acting: Acting): Promise<ResidentVerb> {
  const { portal, matter, form, visit } = acting
  const again = form.text('solved') === 'again'
  const words = form.text('words') ?? ''
  if (again) unless(whyNotReason(words))
  const actId = sentActId(form, answerFields, visit.asked.actId)
  await portal.ask(rate, { matter, actId, ...answersOf(form) }, { ...visit.asked, actId })
  if (!again) return 'rate'
  await reopenFor(acting, words)
  return 'reopen'
}

/** Does what a resident's form asks. @returns what was done, to be told on the page */
export async function doAct(verb: ResidentVerb, acting: Acting): Promise<ResidentVerb> {
  const { portal, matter, form, visit } = acting
  const actId = sentActId(form, answerFields, visit.asked.actId)
  const by = { ...visit.asked, actId }
  const reason = form.text('reason')
  switch (verb) {
    case 'supplement':
      await portal.ask(
        supplement,
        { matter, actId, words: form.text('words') ?? '', files: [...form.files] },
        by,
      )
      return verb
    case 'withdraw':
      await portal.ask(withdraw, { matter, actId, ...(reason ? { reason } : {}) }, by)
      return verb
    case 'urge':
      await portal.ask(urge, { matter, actId }, by)
      return verb
    case 'reopen':
      await reopenFor(acting, reason ?? '')
      return verb
    case 'rate':
      return rateFor(acting)
  }
}
