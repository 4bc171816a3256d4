import { lazy } from 'react'
import type { DeskRoom } from '#foundation/desk/room.ts'
import type { Both } from '#foundation/screens/words.ts'
import { en } from '../en.ts'
import { zh } from '../zh-CN.ts'

const postKinds = Object.keys(zh.postKinds)

const words: Both<typeof zh> = { 'zh-CN': zh, en }

/** Everybody but the auditor, whose one trade is the log. */
const officeReaders = postKinds.filter((kind) => kind !== 'auditAdmin')

const pages = { offices: '/offices', accounts: '/accounts', auditLog: '/audit-log' } as const

/** Who there is: the own account for everybody, offices to look up, and the trades of three administrators. */
export const peopleRoom: DeskRoom = {
  name: 'people',
  group: 'county',
  routes: [
    {
      path: '/account',
      title: (language) => words[language].account.title,
      screen: lazy(async () => ({
        default: (await import('./account/AccountPage.tsx')).AccountPage,
      })),
    },
    {
      path: pages.offices,
      title: (language) => words[language].administration.offices,
      screen: lazy(async () => ({
        default: (await import('./administration/offices/OfficesPage.tsx')).OfficesPage,
      })),
    },
    {
      path: pages.accounts,
      title: (language) => words[language].administration.accounts,
      screen: lazy(async () => ({
        default: (await import('./administration/accounts/PeoplePage.tsx')).PeoplePage,
      })),
    },
    {
      path: pages.auditLog,
      title: (language) => words[language].administration.auditLog,
      screen: lazy(async () => ({
        default: (await import('./administration/audit/AuditPage.tsx')).AuditPage,
      })),
    },
  ],
  pages: (language, holds) => {
    const labels = words[language].administration
    const mine = [
      ...(officeReaders.some(holds) ? (['offices'] as const) : []),
      ...(holds('securityAdmin') ? (['accounts'] as const) : []),
      ...(holds('auditAdmin') ? (['auditLog'] as const) : []),
    ]
    return mine.map((key) => ({ key, label: labels[key], href: pages[key] }))
  },
}
