import { acceptForms } from '#matters/accept/desk/acts/forms.ts'
import { analyseForms } from '#matters/analyse/desk/forms.ts'
import { dispatchForms } from '#matters/dispatch/desk/forms.ts'
import { evaluateForms } from '#matters/evaluate/desk/forms.ts'
import { handleForms } from '#matters/handle/desk/forms.ts'
import type { ActForms } from '#matters/matter/desk/act/act-form.ts'

/** Every act an officer can do, with the form of the room that owns it. */
export const actForms: ActForms = {
  ...acceptForms,
  ...analyseForms,
  ...dispatchForms,
  ...handleForms,
  ...evaluateForms,
}
