import { type Refusal, refuse } from '../../refusal.ts'
import { type NumberKind, numericCell, unescapeText } from './cell-value.ts'
import { columnLetters, type RawRow, type TableLimits } from './table.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { listenTo, type XmlListener } from './xml.ts'
import type { ZipParts } from './zip.ts'

const plain: NumberKind = { kind: 'number' }

/** 0 for A, 25 for Z, 26 for AA; `fallback` where the cell does not say where it stands. */
function columnOf(reference: string | undefined, fallback: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return fallback
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/** The text of a cell, or why there is none. */
function cellText(
  type: string,
  raw: string,
  style: number,
  column: number,
  workbook: Workbook,
): string | Refusal {
  const broken = () =>
    refuse('files.cellError', 'invalid', { values: { column: columnLetters(column), value: raw } })
  switch (type) {
    case 's':
      return workbook.texts[Number(raw)] ?? broken()
    case 'inlineStr':
    case 'str':
      return unescapeText(raw)
    case 'b':
      return raw === '1' ? 'true' : 'false'
    case 'd':
      return raw
    case 'e':
      return broken()
    default:
      return numericCell(raw, workbook.kinds[style] ?? plain, workbook.from1904)
  }
}

/** Hears the XML of a sheet and puts each finished row into `rows`. */
function rowListener(workbook: Workbook, limits: TableLimits, rows: RawRow[]): XmlListener {
  let row = 0
  let column = -1
  let cells: string[] = []
  let error: Refusal | undefined
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  let phonetic = 0
  return {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.r) || row + 1
        column = -1
        cells = []
        error = undefined
      } else if (name === 'c') {
        column = columnOf(attributes.r, column + 1)
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
      } else if (name === 'rPh') phonetic += 1
      else if (name === 'v' || name === 't') inValue = phonetic === 0
    },
    text(text) {
      if (inValue) value += text
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'row') rows.push(error ? { row, cells, error } : { row, cells })
      else if (name === 'c' && value !== '') {
        const text = cellText(type, value, style, column, workbook)
        if (typeof text !== 'string') error ??= text
        else if (text !== '') {
          // One column past the limit is kept, so that the header can be refused for it.
          const at = Math.min(column, limits.columns)
          while (cells.length < at) cells.push('')
          cells[at] = text
        }
      }
    },
  }
}

/** Reads the rows of one sheet. A sheet that breaks off yields its rows so far and then says so. */
export async function* readSheet(
  zip: ZipParts,
  sheet: Sheet,
  workbook: Workbook,
  limits: TableLimits,
): AsyncGenerator<RawRow> {
  const stream = await zip.read(sheet.part)
  if (!stream) return
  const rows: RawRow[] = []
  let last = 0
  try {
    for await (const _ of listenTo(stream, rowListener(workbook, limits, rows))) {
      last = rows.at(-1)?.row ?? last
      yield* rows.splice(0)
    }
  } catch {
    last = rows.at(-1)?.row ?? last
    yield* rows.splice(0)
    yield { row: last + 1, cells: [], error: refuse('files.tableCutShort', 'invalid') }
  } finally {
    stream.destroy()
  }
}
