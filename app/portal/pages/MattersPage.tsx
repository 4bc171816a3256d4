import { Empty } from '#foundation/portal/Empty.tsx'
import { type Option, SelectField, TextField } from '#foundation/portal/Field.tsx'
import { Actions, Form, Submit } from '#foundation/portal/Form.tsx'
import { useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { Pager } from '#foundation/portal/Pager.tsx'
import { Rows, type RowView } from '#foundation/portal/Rows.tsx'
import type { PlaceGroup } from '../parts/PlaceFields.tsx'
import { portalWords } from '../words.ts'

export type MattersProps = {
  readonly words?: string
  readonly division?: string
  readonly state?: string
  readonly category?: string
  readonly office?: string
  readonly from?: string
  readonly to?: string
  readonly order?: string
  readonly categories: readonly Option[]
  readonly offices: readonly Option[]
  /** How what was looked for stands in order, and the address of the other order; null where nothing was. */
  readonly ordered: {
    readonly sentence: string
    readonly link: string
    readonly href: string
  } | null
  /** Nothing but signs was looked for. */
  readonly unreadable: boolean
  /** Something is asked for, so that nothing found is told as such. */
  readonly filtered: boolean
  readonly places: readonly PlaceGroup[]
  readonly states: readonly Option[]
  readonly rows: readonly RowView[]
  /** Address of the next page, keyset. */
  readonly next: string | null
}

/** What others reported and let be published: search, then a list; each with a permanent address. */
export function MattersPage(props: MattersProps) {
  const words = useWords(portalWords).matters
  return (
    <Page title={words.title} lead={words.lead} wide>
      <Form action="/matters" method="get" inline>
        <TextField
          name="words"
          label={words.words}
          hint={words.wordsHint}
          type="search"
          value={props.words}
          maxLength={100}
          required
        />
        <SelectField
          name="division"
          label={words.division}
          empty={words.anyDivision}
          options={props.places}
          value={props.division}
          required
        />
        <SelectField
          name="category"
          label={words.category}
          empty={words.anyCategory}
          options={props.categories}
          value={props.category}
          required
        />
        <SelectField
          name="state"
          label={words.state}
          empty={words.anyState}
          options={props.states}
          value={props.state}
          required
        />
        <MoreConditions {...props} />
        <Actions>
          <Submit label={words.search} />
        </Actions>
      </Form>
      {props.ordered ? (
        <p className="found-order">
          {props.ordered.sentence} <a href={props.ordered.href}>{props.ordered.link}</a>
        </p>
      ) : null}
      {props.rows.length > 0 ? <Rows rows={props.rows} /> : <NothingFound {...props} />}
      <Pager older={props.next} />
    </Page>
  )
}

/** What few ask for, out of the way until somebody does. */
function MoreConditions({ office, from, to, order, offices }: MattersProps) {
  const words = useWords(portalWords).matters
  return (
    <details className="more-conditions" open={Boolean(office || from || to)}>
      <summary>{words.more}</summary>
      <div className="fields-inline">
        <SelectField
          name="office"
          label={words.office}
          empty={words.anyOffice}
          options={offices}
          value={office}
          required
        />
        <TextField name="from" label={words.from} type="date" value={from} required />
        <TextField name="to" label={words.to} type="date" value={to} required />
      </div>
      {order ? <input type="hidden" name="order" value={order} /> : null}
    </details>
  )
}

function NothingFound({ filtered, unreadable }: MattersProps) {
  const words = useWords(portalWords).matters
  const sentence = unreadable ? words.unreadable : filtered ? words.empty : words.none
  return (
    <Empty sentence={sentence}>
      <ul>
        {filtered ? (
          <li>
            <a href="/matters">{words.clear}</a>
          </li>
        ) : null}
        <li>
          <a href="/report">{words.report}</a>
        </li>
      </ul>
    </Empty>
  )
}
