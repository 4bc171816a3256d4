import { Refused, refuse } from '../../refusal.ts'
import { shapeTable } from './header.ts'
import { readSheet } from './sheet.ts'
import type { OpenedTable, TableLimits, TableNote } from './table.ts'
import { readWorkbook, type Sheet } from './workbook.ts'
import { openZip, type ZipParts } from './zip.ts'

function chooseSheets(sheets: readonly Sheet[], wanted: string | undefined): readonly Sheet[] {
  if (wanted === undefined) return sheets.filter((sheet) => !sheet.hidden)
  const found = sheets.filter((sheet) => sheet.name === wanted)
  if (found.length > 0) return found
  throw new Refused(
    refuse('files.sheetMissing', 'missing', { field: 'sheet', values: { sheet: wanted } }),
  )
}

/** A zip is a workbook when it holds one; anything else gets the reason that fits. */
function checkContent(zip: ZipParts): void {
  if (zip.names.includes('xl/workbook.xml')) return
  const binary = zip.names.includes('xl/workbook.bin')
  throw new Refused(refuse(binary ? 'files.spreadsheetOld' : 'files.tableUnreadable', 'invalid'))
}

/**
 * Opens the sheet of the given name, or the first visible one that holds rows. Read by our own hands from the XML:
 * the streaming reader of exceljs 4.4 gives the pinyin instead of the text, only the last run of a formatted inline
 * text, day numbers for the Chinese date formats 27–58, and nothing for a formula that failed.
 */
export async function openXlsx(
  path: string,
  limits: TableLimits,
  wanted: string | undefined,
): Promise<OpenedTable | null> {
  const zip = await openZip(path)
  try {
    checkContent(zip)
    const workbook = await readWorkbook(zip)
    const sheets = chooseSheets(workbook.sheets, wanted)
    for (const sheet of sheets) {
      const raws = readSheet(zip, sheet, workbook, limits)
      const table = await shapeTable(raws, { limits, evenRows: false, broken: false })
      if (!table) continue
      const others = sheets.filter((other) => other !== sheet).map((other) => other.name)
      const notes: TableNote[] = [...table.notes]
      if (others.length > 0)
        notes.push({ key: 'otherSheets', values: { sheet: sheet.name, others: others.join('、') } })
      const close = async () => {
        await table.close()
        zip.close()
      }
      return { ...table, notes, close }
    }
    zip.close()
    return null
  } catch (error) {
    zip.close()
    throw error
  }
}
