import { fill } from '#foundation/languages.ts'
import { Empty } from '#foundation/portal/Empty.tsx'
import { Section } from '#foundation/portal/Facts.tsx'
import { TextField } from '#foundation/portal/Field.tsx'
import { Actions, Form, Submit } from '#foundation/portal/Form.tsx'
import { type PageLink, useFrame, useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { words as allWords } from '../../words.ts'
import { portalWords } from '../words.ts'

/** One rate as shown: percent with its fraction, or why it is not shown. */
export type FigureView = { readonly value: string; readonly basis: string }

export type OfficeFigures = {
  readonly office: string
  /** The office's own page. */
  readonly href?: string
  readonly due: string
  readonly response: FigureView
  readonly solution: FigureView
  readonly satisfaction: FigureView
  readonly closedAgainst: string
}

export type FiguresProps = {
  readonly from: string
  readonly to: string
  readonly rows: readonly OfficeFigures[]
  readonly ratingsMin: number
  /** Every office of today, above its own parts. */
  readonly offices: readonly PageLink[]
}

/** The three rates of offices: value, fraction, and by which definition; never of persons. */
export function FiguresPage(props: FiguresProps) {
  const words = useWords(portalWords).figures
  const { language } = useFrame()
  const { indicator, definition, rate } = allWords[language].evaluate
  return (
    <Page title={words.title} lead={words.lead} wide>
      <Form action="/figures" method="get" inline>
        <TextField
          name="from"
          label={words.from}
          type="date"
          length={12}
          required
          value={props.from}
        />
        <TextField name="to" label={words.to} type="date" length={12} required value={props.to} />
        <Actions>
          <Submit label={words.show} kind="other" />
        </Actions>
      </Form>
      {props.rows.length === 0 ? (
        <Empty sentence={words.empty} />
      ) : (
        <table className="stack figures">
          <thead>
            <tr>
              <th scope="col">{words.office}</th>
              <th scope="col">{rate.due}</th>
              <th scope="col">{indicator.response}</th>
              <th scope="col">{indicator.solution}</th>
              <th scope="col">{indicator.satisfaction}</th>
              <th scope="col">{rate.closedAgainst}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <FigureRow key={row.office} {...row} />
            ))}
          </tbody>
        </table>
      )}
      <Section heading={words.offices}>
        <ul className="office-list">
          {props.offices.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={words.how}>
        <ul>
          {(['response', 'solution', 'satisfaction'] as const).map((name) => (
            <li key={name}>
              {indicator[name]}
              {language === 'en' ? ': ' : '：'}
              {definition[name]}
            </li>
          ))}
          <li>{fill(rate.tooFew, { count: props.ratingsMin })}</li>
          <li>{definition.note}</li>
        </ul>
      </Section>
    </Page>
  )
}

/** A row of the table; on a phone a block of its own, each figure beside its name. */
function FigureRow(row: OfficeFigures) {
  const { language } = useFrame()
  const { indicator, rate } = allWords[language].evaluate
  const figures = [
    [indicator.response, row.response],
    [indicator.solution, row.solution],
    [indicator.satisfaction, row.satisfaction],
  ] as const
  return (
    <tr>
      <th scope="row">{row.href ? <a href={row.href}>{row.office}</a> : row.office}</th>
      <td data-label={rate.due}>{row.due}</td>
      {figures.map(([name, figure]) => (
        <td key={name} data-label={name}>
          <span>
            <strong>{figure.value}</strong> <span className="hint">{figure.basis}</span>
          </span>
        </td>
      ))}
      <td data-label={rate.closedAgainst}>{row.closedAgainst}</td>
    </tr>
  )
}
