import type { ActForms } from '#matters/matter/desk/act/act-form.ts'
import { JudgeForm } from './JudgeForm.tsx'
import { LinkForm } from './LinkForm.tsx'

/** The forms of the acts of analysis and judgement 分析研判. */
export const analyseForms = { judge: JudgeForm, link: LinkForm } satisfies ActForms
