import { fill } from '#foundation/languages.ts'
import type { Located } from '#places/model.ts'
import { buttonOf, spokenLine, wordsOf } from './parts.ts'
import type { PlaceMap } from './place-map.ts'
import {
  chooseInList,
  locate,
  nameOf,
  type PointWords,
  type Spot,
  spotFields,
  whereIAm,
} from './spot.ts'

/** What the parts of one field work with. */
type Field = {
  readonly host: HTMLElement
  readonly words: PointWords
  readonly line: HTMLElement
  readonly read: () => Spot | null
  choose(spot: Spot | null, accuracy?: number): void
}

/** Says where a point lies. */
async function tell({ host, words, line }: Field, spot: Spot, accuracy?: number): Promise<Located> {
  const found = await locate(host.dataset.county ?? '', spot).catch((): Located => ({}))
  const place = fill(words.at, { place: nameOf(found) || words.unknown })
  const within =
    accuracy === undefined || accuracy < 1
      ? []
      : [fill(words.accuracy, { metres: Math.round(accuracy) })]
  line.textContent = [place, ...within].join(' · ')
  return found
}

/** A point just chosen: told, and the list of villages follows it. */
async function follow(field: Field, spot: Spot, accuracy?: number): Promise<void> {
  const { village, township } = await tell(field, spot, accuracy)
  chooseInList(field.host, village?.code ?? township?.code)
}

/** Asked only when tapped; browsers tell positions to secure pages only. */
function positionButton({ words, line, choose }: Field): HTMLElement[] {
  if (!window.isSecureContext || !('geolocation' in navigator)) return []
  const ask = () => {
    line.textContent = words.finding
    whereIAm().then(
      (spot) => choose(spot, spot.accuracy),
      () => {
        line.textContent = words.refused
      },
    )
  }
  return [buttonOf(words.here, ask)]
}

/** The map and the button that opens it; the map's code is fetched when it is opened first. */
function mapPart(field: Field) {
  const { host, words, line } = field
  const sheet = document.createElement('div')
  sheet.className = 'point-map'
  sheet.hidden = true
  const credit = document.createElement('p')
  credit.className = 'hint'
  credit.hidden = true
  credit.textContent = fill(words.by, { by: host.dataset.tilesBy ?? '' })
  let map: PlaceMap | null = null
  const open = (isOpen: boolean) => {
    sheet.hidden = !isOpen
    credit.hidden = !isOpen || host.dataset.tiles === undefined
  }
  const draw = async () => {
    line.textContent = words.loading
    try {
      const { openPlaceMap } = await import('./place-map.ts')
      const { county = '', tiles = null } = host.dataset
      map = await openPlaceMap(sheet, { county, tiles, words, choose: field.choose })
      map.show(field.read())
      line.textContent = words.hint
    } catch {
      open(false)
      toggle.remove()
      line.textContent = words.failed
    }
  }
  const toggle = buttonOf(words.map, () => {
    open(Boolean(sheet.hidden))
    toggle.setAttribute('aria-expanded', String(!sheet.hidden))
    toggle.textContent = sheet.hidden ? words.map : words.close
    if (!sheet.hidden && !map) void draw()
  })
  toggle.setAttribute('aria-expanded', 'false')
  return { parts: [sheet, credit], toggle, show: (spot: Spot | null) => map?.show(spot) }
}

/**
 * Two more ways to say where it is, beside the list: a map of the county's own outlines, and where one stands. Whoever
 * uses neither loses nothing.
 */
export function enhancePlace(host: HTMLElement): void {
  const words = wordsOf<PointWords>(host)
  const fields = spotFields(host)
  const line = spokenLine()
  const field: Field = {
    host,
    words,
    line,
    read: fields.read,
    choose(spot, accuracy) {
      fields.write(spot)
      map.show(spot)
      drop.hidden = spot === null
      if (spot) void follow(field, spot, accuracy)
      else line.textContent = ''
    },
  }
  const map = mapPart(field)
  const drop = buttonOf(words.drop, () => field.choose(null))
  const kept = fields.read()
  drop.hidden = kept === null
  const actions = document.createElement('div')
  actions.className = 'actions'
  actions.append(map.toggle, ...positionButton(field), drop)
  for (const plain of host.querySelectorAll('[data-without-script]')) plain.remove()
  host.append(actions, line, ...map.parts)
  // What came with the page stays as it is, to the last decimal.
  if (kept) void tell(field, kept)
}
