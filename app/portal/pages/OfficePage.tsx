import { Empty } from '#foundation/portal/Empty.tsx'
import { type Fact, Facts, Section } from '#foundation/portal/Facts.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { Pager } from '#foundation/portal/Pager.tsx'
import { Rows, type RowView } from '#foundation/portal/Rows.tsx'
import { words as allWords } from '../../words.ts'
import { portalWords } from '../words.ts'
import type { FigureView } from './FiguresPage.tsx'

/** One item of the duty list: what the office answers for, and by which law. */
export type DutyRow = { readonly id: string; readonly item: string; readonly basis: string }

export type OfficeProps = {
  readonly name: string
  /** What it is for, in its own words; null where nobody has written it down. */
  readonly duties: string | null
  readonly facts: readonly Fact[]
  readonly dutyItems: readonly DutyRow[]
  /** Of the last 30 days. */
  readonly figures: {
    readonly due: string
    readonly response: FigureView
    readonly solution: FigureView
    readonly satisfaction: FigureView
  } | null
  readonly rows: readonly RowView[]
  /** Address of the next page, keyset. */
  readonly next: string | null
}

/** An office: what it is for, how to reach it, how it does, and what it has dealt with in public. */
export function OfficePage(props: OfficeProps) {
  const words = useWords(portalWords).office
  return (
    <Page title={props.name} lead={props.duties}>
      <Facts facts={props.facts} />
      <Figures {...props} />
      <Section heading={words.matters}>
        {props.rows.length === 0 ? <Empty sentence={words.none} /> : <Rows rows={props.rows} />}
        <Pager older={props.next} />
      </Section>
      {props.dutyItems.length > 0 ? (
        <Section heading={words.dutyList}>
          <ul>
            {props.dutyItems.map(({ id, item, basis }) => (
              <li key={id}>
                {item}
                <br />
                <span className="hint" lang="zh-CN">
                  {basis}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}

function Figures({ figures }: OfficeProps) {
  const words = useWords(portalWords).office
  const { language } = useFrame()
  const { indicator, rate } = allWords[language].evaluate
  if (!figures) return null
  const said = ({ value, basis }: FigureView) => (
    <>
      <strong>{value}</strong> <span className="hint">{basis}</span>
    </>
  )
  return (
    <Section heading={words.figures}>
      <Facts
        facts={[
          { name: rate.due, value: figures.due },
          { name: indicator.response, value: said(figures.response) },
          { name: indicator.solution, value: said(figures.solution) },
          { name: indicator.satisfaction, value: said(figures.satisfaction) },
        ]}
      />
      <p>
        <a href="/figures">{words.how}</a>
      </p>
    </Section>
  )
}
