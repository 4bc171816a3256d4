import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { MatterFile } from '../model.ts'

const attach = prepared(
  'matter.attach-file',
  `insert into matter_files (county, matter, hash, seq, stage, type, size, at, audience)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (county, matter, hash) do nothing`,
)
const list = prepared(
  'matter.list-files',
  `select f.hash, f.stage, f.type, f.size, f.at, f.audience from matter_files f
   join matters m on m.county = f.county and m.id = f.matter
   where f.county = $1 and f.matter = $2 order by f.seq, f.hash`,
)

export const writeFile = (
  sql: Sql,
  county: number,
  matter: string,
  seq: number,
  file: MatterFile,
) =>
  sql.run(attach, [
    county,
    matter,
    file.hash,
    seq,
    file.stage,
    file.type,
    file.size,
    file.at,
    file.audience,
  ])

export const filesOf = (sql: Sql, county: number, matter: string) =>
  sql.many<MatterFile>(list, [county, matter])
