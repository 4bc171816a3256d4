import { fill } from '#foundation/languages.ts'
import { Empty } from '#foundation/portal/Empty.tsx'
import { Section } from '#foundation/portal/Facts.tsx'
import { TextField } from '#foundation/portal/Field.tsx'
import { Actions, Form, Submit } from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { words as allWords } from '../../words.ts'
import { portalWords } from '../words.ts'

/** One rate as shown: percent with its fraction, or why it is not shown. */
export type FigureView = { readonly value: string; readonly basis: string }

export type OfficeFigures = {
  readonly office: string
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
}

/** The three rates of offices: value, fraction, and by which definition; never of persons. */
export function FiguresPage(props: FiguresProps) {
  const words = useWords(portalWords).figures
  const { language } = useFrame()
  const { indicator, definition, rate } = allWords[language].evaluate
  return (
    <Page title={words.title} lead={words.lead} wide>
      <Form action="/figures" method="get">
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
        <div className="table-wide">
          <table>
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
        </div>
      )}
      <Section heading={words.how}>
        <ul>
          <li>
            {indicator.response}：{definition.response}
          </li>
          <li>
            {indicator.solution}：{definition.solution}
          </li>
          <li>
            {indicator.satisfaction}：{definition.satisfaction}
          </li>
          <li>{fill(rate.tooFew, { count: props.ratingsMin })}</li>
          <li>{definition.note}</li>
        </ul>
      </Section>
    </Page>
  )
}

function FigureRow(row: OfficeFigures) {
  return (
    <tr>
      <th scope="row">{row.office}</th>
      <td>{row.due}</td>
      {[row.response, row.solution, row.satisfaction].map((figure, at) => (
        <td key={at === 0 ? 'response' : at === 1 ? 'solution' : 'satisfaction'}>
          <strong>{figure.value}</strong>
          <br />
          <span className="hint">{figure.basis}</span>
        </td>
      ))}
      <td>{row.closedAgainst}</td>
    </tr>
  )
}
