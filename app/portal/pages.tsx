import type { ComponentType } from 'react'
import { AboutPage } from './AboutPage.tsx'
import { ChooserPage } from './ChooserPage.tsx'
import { FiguresPage } from './FiguresPage.tsx'
import { HomePage } from './HomePage.tsx'
import { MattersPage } from './MattersPage.tsx'
import { MinePage } from './MinePage.tsx'
import { ReceiptPage } from './ReceiptPage.tsx'
import { ReportPage } from './ReportPage.tsx'
import { StatusPage } from './StatusPage.tsx'
import { Trouble } from './Trouble.tsx'

/** Every page of the portal by name; props are plain data made from what the API answers. */
export const pages = {
  home: HomePage,
  chooser: ChooserPage,
  report: ReportPage,
  receipt: ReceiptPage,
  status: StatusPage,
  matters: MattersPage,
  mine: MinePage,
  about: AboutPage,
  figures: FiguresPage,
  trouble: Trouble,
} as const

export type PageName = keyof typeof pages
export type PropsOf<N extends PageName> =
  (typeof pages)[N] extends ComponentType<infer P> ? P : never
