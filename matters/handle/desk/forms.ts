import type { ActForms } from '#matters/matter/desk/act/act-form.ts'
import { ContactForm } from './ContactForm.tsx'
import { FeedBackForm } from './FeedBackForm.tsx'
import { SignForm } from './SignForm.tsx'
import { AssistForm, NoteForm, SolveOnSpotForm } from './WorkForms.tsx'

/** The forms of the acts of handling 处置. */
export const handleForms = {
  sign: SignForm,
  contact: ContactForm,
  note: NoteForm,
  assist: AssistForm,
  feedBack: FeedBackForm,
  solveOnSpot: SolveOnSpotForm,
} satisfies ActForms
