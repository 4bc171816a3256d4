import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Part } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { useMatterWords } from '../matter-words.ts'
import type { MatterView } from '../view.ts'

type MatterFactsProps = {
  matter: MatterView
  categoryName: (code: string) => string | undefined
}

/** Where, what kind, who has it, and what the reporter wishes. */
export function MatterFacts({ matter, categoryName }: MatterFactsProps) {
  const words = useMatterWords()
  const language = useLanguage()
  const now = useNow()
  const { pane, list } = words.desk
  const { category, happenedAt } = matter
  const assisting = matter.offices.filter((office) => !office.lead)
  const facts: { name: string; value: ReactNode }[] = [
    { name: pane.place, value: <Place matter={matter} /> },
    {
      name: pane.category,
      value: category === null ? list.noCategory : (categoryName(category) ?? category),
    },
    { name: pane.type, value: matter.type && words.type[matter.type] },
    { name: pane.urgency, value: words.urgency[matter.urgency] },
    { name: pane.lead, value: matter.leadOfficeName },
    {
      name: pane.assisting,
      value: assisting.map(({ name }) => name).join(language === 'en' ? ', ' : '、'),
    },
    { name: pane.happenedAt, value: happenedAt && sayMoment(happenedAt, language, now) },
    { name: pane.privacy, value: <Privacy matter={matter} /> },
    {
      name: pane.sameAs,
      value: matter.duplicateOf && (
        <Link to={'/matters/$number' as string} params={{ number: matter.duplicateOf } as never}>
          {matter.duplicateOf}
        </Link>
      ),
    },
  ]
  return (
    <Part heading={pane.facts}>
      <Facts facts={facts.filter(({ value }) => value !== null && value !== '')} />
    </Part>
  )
}

function Place({ matter }: { matter: MatterView }) {
  const { pane } = useMatterWords().desk
  const { divisionName, placeText, lon, lat, grid } = matter
  const written = [divisionName, placeText].filter(Boolean).join(' ')
  return (
    <>
      {written || pane.noPlace}
      {grid ? <p className="due-moment">{`${pane.grid} ${grid}`}</p> : null}
      {lon !== null && lat !== null ? (
        <p className="due-moment">{fill(pane.onMap, { lon, lat })}</p>
      ) : null}
    </>
  )
}

function Privacy({ matter }: { matter: MatterView }) {
  const { pane } = useMatterWords().desk
  const told = [
    matter.confidential ? pane.confidential : null,
    matter.published ? pane.published : pane.unpublished,
    matter.replyWanted ? null : pane.noReply,
  ]
  return told.filter(Boolean).join(' · ')
}
