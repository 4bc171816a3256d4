import type { ActForms } from '#matters/matter/desk/act/act-form.ts'
import { AcceptForm } from './AcceptForm.tsx'
import { AmendForm } from './AmendForm.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { ReadIdentityForm } from './ReadIdentityForm.tsx'
import { RefuseForm } from './RefuseForm.tsx'
import { SupplementForm } from './SupplementForm.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'

/** The forms of the acts of acceptance 受理. */
export const acceptForms = {
  accept: AcceptForm,
  refuse: RefuseForm,
  answer: AnswerForm,
  amend: AmendForm,
  supplement: SupplementForm,
  withdraw: WithdrawForm,
  readIdentity: ReadIdentityForm,
} satisfies ActForms
