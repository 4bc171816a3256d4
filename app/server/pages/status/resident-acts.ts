import { type ActId, isId } from '#foundation/ids.ts'
import { supplement, withdraw } from '#matters/accept/contract.ts'
import { urge } from '#matters/dispatch/contract.ts'
import { rate, reopen } from '#matters/evaluate/contract.ts'
import { grades } from '#matters/evaluate/model.ts'
import type { ResidentVerb } from '../../../resident-verbs.ts'
import type { SentForm } from '../form.ts'
import type { Portal, Visit } from '../page.ts'

/** What was answered; a question left open is not answered with no. */
function answersOf({ text }: SentForm) {
  const solved = text('solved')
  const grade = grades.find((word) => word === text('grade'))
  const words = text('words')
  return {
    ...(solved ? { solved: solved === 'yes' } : {}),
    ...(grade ? { grade } : {}),
    ...(words ? { words } : {}),
    publish: text('publish') === 'yes',
  }
}

/** Does what a resident's form asks; one form, one contract. */
export async function doAct(
  portal: Portal,
  verb: ResidentVerb,
  matter: string,
  form: SentForm,
  { asked }: Visit,
): Promise<void> {
  const given = form.text('actId') ?? ''
  const actId = isId(given) ? given : asked.actId
  const act = { matter, actId }
  const by = { ...asked, actId: actId as ActId }
  const words = form.text('words') ?? ''
  const reason = form.text('reason')
  const newFacts = form.text('newFacts')
  switch (verb) {
    case 'supplement':
      await portal.ask(supplement, { ...act, words, files: [...form.files] }, by)
      return
    case 'withdraw':
      await portal.ask(withdraw, { ...act, ...(reason ? { reason } : {}) }, by)
      return
    case 'urge':
      await portal.ask(urge, act, by)
      return
    case 'reopen':
      await portal.ask(
        reopen,
        { ...act, reason: reason ?? '', ...(newFacts ? { newFacts } : {}) },
        by,
      )
      return
    case 'rate':
      await portal.ask(rate, { ...act, ...answersOf(form) }, by)
  }
}
