import { lazy } from 'react'
import type { DeskRoom } from '#foundation/desk/room.ts'
import { words } from '../../words.ts'

const pages = {
  phone: '/intake/phone',
  walkIn: '/intake/walk-in',
  field: '/intake/patrol',
} as const

const operatorScreen = (name: 'PhoneIntake' | 'WalkInIntake') =>
  lazy(async () => ({ default: (await import('./OperatorIntake.tsx'))[name] }))

/** Recording what people say, on the phone, at the counter and in the grid. */
export const intakeRoom: DeskRoom = {
  name: 'intake',
  group: 'matters',
  routes: [
    {
      path: pages.phone,
      title: (language) => words[language].accept.desk.intake.pages.phone,
      screen: operatorScreen('PhoneIntake'),
    },
    {
      path: pages.walkIn,
      title: (language) => words[language].accept.desk.intake.pages.walkIn,
      screen: operatorScreen('WalkInIntake'),
    },
    {
      path: pages.field,
      title: (language) => words[language].accept.desk.intake.pages.field,
      screen: lazy(async () => ({
        default: (await import('#matters/accept/desk/patrol/PatrolReport.tsx')).PatrolReport,
      })),
    },
  ],
  pages: (language, holds) => {
    const labels = words[language].accept.desk.intake.pages
    const recording = holds('operator') || holds('leader') ? (['phone', 'walkIn'] as const) : []
    const mine = [...recording, ...(holds('gridWorker') ? (['field'] as const) : [])]
    return mine.map((key) => ({ key, label: labels[key], href: pages[key] }))
  },
}
