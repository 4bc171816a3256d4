import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Part, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { listDivisions, listGrids } from '../contract.ts'
import type { Division, Grid } from '../model.ts'
import { usePlacesWords } from './places-words.ts'

const seldom = { freshSeconds: 300 }
/** Where a source names no first day (domain.md 8.1). */
const always = '1900-01-01'

type TownshipSheetProps = { county: number; township: Division }

/** One township: its villages, and the grids of each with who is on duty there. */
export function TownshipSheet({ county, township }: TownshipSheetProps) {
  const { desk: words, kinds, levels } = usePlacesWords()
  const language = useLanguage()
  const now = useNow()
  const { code, kind, level, validFrom } = township
  const villages = useAsk(listDivisions, { county, parent: code }, seldom).data?.divisions
  const grids = useAsk(listGrids, { county, division: code }, seldom).data?.grids
  const facts = [
    { name: words.code, value: code },
    { name: words.kind, value: kind ? kinds[kind] : levels[level] },
    {
      name: words.since,
      value: validFrom === always ? null : sayDay(validFrom, language, now),
    },
  ]
  return (
    <Sheet title={township.name} about={levels[level]}>
      <Facts facts={facts.filter(({ value }) => value)} />
      <Part heading={words.villages}>
        {villages?.length === 0 ? <p className="hint">{words.noVillages}</p> : null}
        {villages?.map((village) => (
          <Village
            key={village.code}
            village={village}
            grids={grids?.filter(({ parentDivision }) => parentDivision === village.code) ?? []}
          />
        ))}
        <GridLines grids={grids?.filter(({ parentDivision }) => parentDivision === code) ?? []} />
      </Part>
    </Sheet>
  )
}

function Village({ village, grids }: { village: Division; grids: readonly Grid[] }) {
  const { desk: words } = usePlacesWords()
  return (
    <details className="village">
      <summary>
        {village.name} · {fill(words.gridCount, { count: grids.length })}
      </summary>
      <p className="hint">
        {words.code} {village.code}
      </p>
      {grids.length === 0 ? <p className="hint">{words.noGrids}</p> : <GridLines grids={grids} />}
    </details>
  )
}

function GridLines({ grids }: { grids: readonly Grid[] }) {
  const { desk: words, ...places } = usePlacesWords()
  return (
    <ul className="lines">
      {grids.map((grid) => (
        <li key={`${grid.scheme} ${grid.code}`}>
          <span className="line-words">
            <strong>{grid.name}</strong>
            <span className="line-about">
              {grid.code} · {grid.scheme}
            </span>
          </span>
          <span>
            {grid.worker ?? words.vacant}
            {grid.workerPhone ? ` ${grid.workerPhone}` : null}
            {grid.supervisionPhone ? (
              <span className="line-about">
                {places.supervisionPhone} {grid.supervisionPhone}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
