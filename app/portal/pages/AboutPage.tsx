import { Section } from '#foundation/portal/Facts.tsx'
import { useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { portalWords } from '../words.ts'

export type RuleRow = {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly citation: string
  /** What kind of thing it rests on: a law, a standard, the county's own decision. */
  readonly source: string
}

export type AboutProps = { readonly rules: readonly RuleRow[] }

/** How it works, where the limits come from, and how personal data is kept. */
export function AboutPage({ rules }: AboutProps) {
  const words = useWords(portalWords).about
  return (
    <Page title={words.title} wide>
      <Section heading={words.how}>
        <ol>
          {Object.values(words.howSteps).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{words.never}</p>
      </Section>
      <Section heading={words.privacy} id="privacy">
        <ul>
          {Object.values(words.privacyText).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
      <Section heading={words.rules} id="rules">
        <p>{words.rulesLead}</p>
        <Rules rules={rules} />
      </Section>
    </Page>
  )
}

function Rules({ rules }: AboutProps) {
  const words = useWords(portalWords).about
  return (
    <table className="stack rules">
      <thead>
        <tr>
          <th scope="col">{words.rule}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.source}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id} id={rule.id}>
            <th scope="row">{rule.name}</th>
            <td>{rule.value}</td>
            <td className="rule-source">
              {rule.source ? <span>{rule.source}</span> : null}{' '}
              <span lang="zh-CN">{rule.citation}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
