import type { ComponentType } from 'react'
import { acceptForms } from '#matters/accept/desk/acts/forms.ts'
import { analyseForms } from '#matters/analyse/desk/forms.ts'
import { dispatchForms } from '#matters/dispatch/desk/forms.ts'
import { evaluateForms } from '#matters/evaluate/desk/forms.ts'
import { handleForms } from '#matters/handle/desk/forms.ts'
import type { ActFormProps, ActForms } from '#matters/matter/desk/act/act-form.ts'
import type { Verb } from '#matters/matter/model.ts'
import { weighedForms } from './weighed-forms.tsx'

/** What only residents do: on the portal, not at the desk. */
type ResidentsVerb = 'submit' | 'rate' | 'join' | 'leave'

/** Every act an officer can do, with the form of the room that owns it; an act without one does not compile. */
const all = {
  ...acceptForms,
  ...analyseForms,
  ...dispatchForms,
  ...handleForms,
  ...evaluateForms,
  ...weighedForms,
} satisfies Record<Exclude<Verb, ResidentsVerb>, ComponentType<ActFormProps>>

export const actForms: ActForms = all
