import type { ActForms } from '#matters/matter/desk/act/act-form.ts'
import { ArchiveForm, ReopenForm, ReworkForm } from './AgainForms.tsx'
import { CallBackForm } from './CallBackForm.tsx'
import { CheckForm } from './CheckForm.tsx'
import { CloseForm } from './CloseForm.tsx'
import { ExcludeForm } from './ExcludeForm.tsx'

/** The forms of the acts of evaluation 核查 回访 评价. Rating is the reporter's own. */
export const evaluateForms = {
  check: CheckForm,
  callBack: CallBackForm,
  rework: ReworkForm,
  close: CloseForm,
  reopen: ReopenForm,
  archive: ArchiveForm,
  exclude: ExcludeForm,
} satisfies ActForms
