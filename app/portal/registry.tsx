import type { ComponentType } from 'react'
import { AboutPage } from './pages/AboutPage.tsx'
import { AmendPage } from './pages/AmendPage.tsx'
import { ChooserPage } from './pages/ChooserPage.tsx'
import { FiguresPage } from './pages/FiguresPage.tsx'
import { HomePage } from './pages/HomePage.tsx'
import { JoinedPage } from './pages/JoinedPage.tsx'
import { MattersPage } from './pages/MattersPage.tsx'
import { MinePage } from './pages/MinePage.tsx'
import { OfficePage } from './pages/OfficePage.tsx'
import { QuestionPage } from './pages/QuestionPage.tsx'
import { QuestionsPage } from './pages/QuestionsPage.tsx'
import { ReceiptPage } from './pages/ReceiptPage.tsx'
import { ReportPage } from './pages/ReportPage.tsx'
import { StatusPage } from './pages/StatusPage.tsx'
import { Trouble } from './pages/Trouble.tsx'

/** Every page of the portal by name; props are plain data made from what the API answers. */
export const pages = {
  home: HomePage,
  chooser: ChooserPage,
  report: ReportPage,
  receipt: ReceiptPage,
  joined: JoinedPage,
  amend: AmendPage,
  status: StatusPage,
  matters: MattersPage,
  mine: MinePage,
  about: AboutPage,
  figures: FiguresPage,
  office: OfficePage,
  questions: QuestionsPage,
  question: QuestionPage,
  trouble: Trouble,
} as const

export type PageName = keyof typeof pages
export type PropsOf<N extends PageName> =
  (typeof pages)[N] extends ComponentType<infer P> ? P : never
