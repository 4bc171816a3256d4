import type { ComponentType } from 'react'
import type { Verb } from '../../model.ts'
import type { MatterView } from '../view.ts'

/** What a form of an act is given. Which acts may be done, the matter itself says. */
export type ActFormProps = {
  readonly matter: MatterView
  /** What another part of the screen has chosen already: the category that was suggested, the matter to link to. */
  readonly begin?: object | undefined
  /** Done; `told` is what the officer should know of the answer. */
  readonly onDone: (told?: string | null) => void
  /** Put away for now; what was typed is kept. */
  readonly onClose: () => void
}

/** The forms a room brings, by the acts it owns. */
export type ActForms = Partial<Readonly<Record<Verb, ComponentType<ActFormProps>>>>
