import { Refused, refuse } from '../../refusal.ts'
import { type NumberKind, numberKind, unescapeText } from './cell-value.ts'
import { hear, type XmlListener } from './xml.ts'
import type { ZipParts } from './zip.ts'

export type Sheet = { readonly name: string; readonly part: string; readonly hidden: boolean }

/** What the cells of every sheet refer to. */
export type Workbook = {
  readonly sheets: readonly Sheet[]
  readonly from1904: boolean
  readonly texts: readonly string[]
  /** By the style number of a cell. */
  readonly kinds: readonly NumberKind[]
}

const silent: XmlListener = { open() {}, close() {}, text() {} }

async function hearPart(
  zip: ZipParts,
  name: string,
  listener: Partial<XmlListener>,
): Promise<void> {
  const stream = await zip.read(name)
  if (!stream) return
  try {
    await hear(stream, { ...silent, ...listener })
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(refuse('files.zipBroken', 'invalid'))
  }
}

/** A target is relative to `xl/`, or absolute from the root of the package. */
const partOf = (target: string) =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

async function readSheets(zip: ZipParts): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const targets = new Map<string, string>()
  await hearPart(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id && Target) targets.set(Id, partOf(Target))
    },
  })
  const sheets: Sheet[] = []
  let from1904 = false
  await hearPart(zip, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      const part = targets.get(attributes.id ?? '')
      if (name !== 'sheet' || !part?.startsWith('xl/worksheets/')) return
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      sheets.push({ name: attributes.name ?? '', part, hidden })
    },
  })
  return { sheets, from1904 }
}

async function readTexts(zip: ZipParts): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let inText = false
  let phonetic = 0
  await hearPart(zip, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = ''
      // Pinyin above the characters (拼音指南) is no part of the text.
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') inText = phonetic === 0
    },
    text(piece) {
      if (inText) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'si') texts.push(unescapeText(text))
    },
  })
  return texts
}

async function readKinds(zip: ZipParts): Promise<NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let inCells = false
  await hearPart(zip, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt' && attributes.formatCode)
        codes.set(Number(attributes.numFmtId), attributes.formatCode)
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0)
        kinds.push(numberKind(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return kinds
}

/** Reads all of a workbook but its sheets. */
export async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  const { sheets, from1904 } = await readSheets(zip)
  return { sheets, from1904, texts: await readTexts(zip), kinds: await readKinds(zip) }
}
