import type { ActForms } from '#matters/matter/desk/act/act-form.ts'
import { ConcludeConsultationForm, ConsultForm, OpineForm } from './consult/ConsultForms.tsx'
import { DecideObjectionForm } from './DecideObjectionForm.tsx'
import { DispatchForm } from './DispatchForm.tsx'
import { AskExtensionForm, DecideExtensionForm } from './ExtensionForms.tsx'
import { SuspendForm, WakeForm } from './HoldForms.tsx'
import { ObjectForm } from './ObjectForm.tsx'
import { UrgeForm } from './UrgeForm.tsx'

/** The forms of the acts of dispatching 派遣. */
export const dispatchForms = {
  consult: ConsultForm,
  opine: OpineForm,
  concludeConsultation: ConcludeConsultationForm,
  dispatch: DispatchForm,
  object: ObjectForm,
  decideObjection: DecideObjectionForm,
  askExtension: AskExtensionForm,
  decideExtension: DecideExtensionForm,
  suspend: SuspendForm,
  wake: WakeForm,
  urge: UrgeForm,
} satisfies ActForms
