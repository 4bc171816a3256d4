import { AnswerForm } from '#matters/accept/desk/acts/AnswerForm.tsx'
import { useEmptyNote } from '#matters/analyse/desk/answers/empty-note.ts'
import { CheckForm } from '#matters/evaluate/desk/CheckForm.tsx'
import { FeedBackForm } from '#matters/handle/desk/FeedBackForm.tsx'
import type { ActFormProps, ActForms } from '#matters/matter/desk/act/act-form.ts'

/** Forms in which a reply is written or checked: the analysing room remarks on replies that say nothing. */
export const weighedForms = {
  answer: (props: ActFormProps) => (
    <AnswerForm {...props} remark={useEmptyNote(props.matter, 'writing')} />
  ),
  feedBack: (props: ActFormProps) => (
    <FeedBackForm {...props} remark={useEmptyNote(props.matter, 'writing')} />
  ),
  check: (props: ActFormProps) => (
    <CheckForm {...props} remark={useEmptyNote(props.matter, 'checking')} />
  ),
} satisfies ActForms
