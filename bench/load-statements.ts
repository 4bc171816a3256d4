/**
 * The statements that fill a county, run as owner in one session. Everything random follows from the number of the
 * matter, so that two loads of one size are alike.
 */

/** What the batches draw from, and two functions that live as long as the session. */
export const prepare = `
create temp table bench_texts (n int primary key, title text, words text, reply text, search tsvector,
  answered tsvector, category text, office uuid);
create temp table bench_spots (n int primary key, name text, division text, search tsvector);
-- Which acts brought a matter into a state, and the state after each.
create temp table bench_ways (state text, seq int, act text, after text, primary key (state, seq));
create function pg_temp.draw(i bigint, salt bigint) returns double precision language sql immutable
  as $f$ select (hashint8extended(i, salt) & 2147483647) / 2147483648.0 $f$;
create function pg_temp.id_at(at timestamptz, i bigint, salt bigint) returns uuid language sql immutable
  as $f$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8'
    || substr(h, 4, 15))::uuid from md5(i || '/' || salt) h $f$;
-- No foreign keys to check: parents and children come from the same rows.
set session_replication_role = replica;
set synchronous_commit = off;
`

/** Indexes that can be made afterwards, which is faster than keeping them while loading. */
export const looseIndexes = `
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text
from pg_index i join pg_class t on t.oid = i.indrelid
where t.relname = any ($1::text[]) and t.relnamespace = 'public'::regnamespace
  and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`

/**
 * One batch of matters with what follows from their state. $1 first number, $2 last, $3 how many in all, $4 the moment
 * the load pretends to end at, $5 days it spans. Of the newest 5 % nearly all are open, of the others a few are.
 */
export const batch = `
create temp table bench_batch as
with drawn as (
  select i, $4::timestamptz - (1 - i / $3::float8) * $5::float8 * interval '1 day' as received_at,
    pg_temp.draw(i, 1) < case when i > $3::bigint * 0.953 then 0.9 else 0.008 end as open, i > $3::bigint * 0.953 as fresh,
    pg_temp.draw(i, 2) as fate, (0.3 + 6 * pg_temp.draw(i, 3)) * interval '1 day' as span,
    pg_temp.draw(i, 4) as door, pg_temp.draw(i, 5) as chance,
    floor(pg_temp.draw(i, 6) * (select count(*) from bench_texts))::int as text,
    floor(pg_temp.draw(i, 7) * (select count(*) from bench_spots))::int as spot,
    1 + floor(pg_temp.draw(i, 8) * 200)::int as house
  from generate_series($1::bigint, $2::bigint) i),
placed as (
  select *, pg_temp.id_at(received_at, i, 9) as id,
    case when open and not fresh then 'handling'
      when open then case when fate < 0.04 then 'reported' when fate < 0.10 then 'accepted' when fate < 0.16 then 'judged'
        when fate < 0.30 then 'dispatched' when fate < 0.86 then 'handling' when fate < 0.94 then 'fedBack' else 'checked' end
      else case when fate < 0.03 then 'refused' when fate < 0.08 then 'answered' when fate < 0.09 then 'cancelled'
        when received_at < $4::timestamptz - interval '1 year' then 'archived' else 'closed' end end as state,
    case when door < 0.6 then 'phone' when door < 0.85 then 'portal' when door < 0.95 then 'gridWorker' else 'walkIn' end
      as channel
  from drawn)
select p.*, (select max(seq) from bench_ways w where w.state = p.state) as version,
  least(p.span, $4::timestamptz - p.received_at) as lasted, t.title, t.words, t.reply,
  case when p.state in ('fedBack', 'checked', 'closed', 'archived', 'refused', 'answered') then t.answered
    else t.search end as text_search, t.category, t.office,
  s.name || p.house || '号' as place, s.division, s.search || (p.house || ':1B 号:2B')::tsvector as place_search
from placed p join bench_texts t on t.n = p.text join bench_spots s on s.n = p.spot`

// Ids of the demo that the batches name: $1 county, $2 who records on the phone, $3 a grid worker, $4 an assisting office.
const given = (state: string) =>
  `(b.${state} in ('dispatched', 'handling', 'fedBack', 'checked', 'closed', 'archived'))`
const ended = `(b.state in ('closed', 'archived', 'refused', 'answered', 'cancelled'))`

// Put off 挂账: half of what has been open for long.
const put = "(b.state = 'handling' and not b.fresh and b.chance < 0.5)"

export const matters = `
insert into matters (county, id, number, kind, procedure, state, flags, version, title, words, public_title, public_words,
  channel, type, category, urgency, division, place_text, received_at, confidential, reply_wanted, published, reporter,
  recorded_by, lead_office, offices, shut_out, due_at, closed_at)
select $1::int, b.id, n.number, 'request', 1, b.state,
  case when ${put} then '{suspended}' when b.state = 'judged' and b.chance < 0.1 then '{consulting}'
    when b.state = 'dispatched' and b.chance < 0.05 then '{objected}' when b.state = 'handling' and b.chance < 0.05
    then '{extensionAsked}' when b.state = 'handling' and b.chance < 0.1 then '{urged}' else '{}' end::text[],
  b.version, b.title, b.words, b.title, b.words, b.channel, case when b.chance < 0.5 then 'help' else 'complaint' end,
  b.category, case when b.chance < 0.05 then 'lifeline' else 'general' end, b.division, b.place, b.received_at,
  b.chance > 0.97, b.chance < 0.9, b.chance <= 0.85 and b.state <> 'reported',
  case when b.channel = 'portal' and b.chance < 0.5 then pg_temp.id_at(b.received_at, (b.chance * 20000)::bigint, 10) end,
  case b.channel when 'portal' then null when 'gridWorker' then $3::uuid else $2::uuid end,
  case when ${given('state')} then b.office end,
  case when not ${given('state')} then '{}' when b.chance < 0.15 and b.office <> $4 then array[b.office, $4::uuid]
    else array[b.office] end,
  case when b.chance between 0.5 and 0.502 then array[$4::uuid] else '{}' end,
  case when ${ended} or ${put} then null
    when b.state = 'reported' then b.received_at + interval '1 day'
    when b.state in ('fedBack', 'checked') then b.received_at + b.lasted + interval '3 days'
    else b.received_at + interval '7 days' end,
  case when ${ended} then b.received_at + b.lasted end
from bench_batch b, lateral (select $1::int || '-' || extract(year from b.received_at)::int || '-'
  || lpad(b.i::text, 6, '0') as number) n
order by b.i`

export const words = `
insert into matter_words (county, matter, received_at, search)
select m.county, m.id, m.received_at,
  b.text_search || b.place_search || array_to_tsvector(array[
    '@' || m.county || to_char(m.received_at at time zone 'utc', '/YYYYMMDD'),
    '@' || m.county || to_char(m.received_at at time zone 'utc', '/YYYYMM'),
    '@' || m.county || to_char(m.received_at at time zone 'utc', '/YYYY'), '@' || m.county || '/at/' || m.division,
    '#' || m.county || '/' || right(m.number, 4)])
from bench_batch b join matters m on m.county = $1::int and m.id = b.id
order by b.i`

export const events = `
insert into events (county, matter, seq, id, act_id, at, act, branch, actor_kind, person, office, state, body, shown,
  audience, answer)
select $1::int, b.id, w.seq, pg_temp.id_at(e.at, b.i, 100 + w.seq), pg_temp.id_at(e.at, b.i, 200 + w.seq), e.at, w.act,
  case w.act when 'check' then 'passed' when 'contact' then 'reached' end, case when w.seq = 1 and b.channel = 'portal' then 'public' else 'officer' end,
  case when w.seq = 1 and b.channel = 'portal' then null else $2::uuid end,
  case when w.act in ('sign', 'contact', 'feedBack') then b.office end, w.after,
  jsonb_build_object('words', case w.act when 'submit' then b.channel when 'feedBack' then b.words else b.title end),
  case when w.act in ('feedBack', 'refuse', 'answer') then jsonb_build_object('reply', b.reply) end,
  case when w.act in ('judge', 'archive') then 'inside' when w.act = 'contact' then 'resident' else 'public' end,
  jsonb_build_object('matter', b.id, 'number', b.i, 'state', w.after, 'version', w.seq)
from bench_batch b join bench_ways w on w.state = b.state,
  lateral (select b.received_at + b.lasted * (w.seq - 1) / greatest(b.version - 1, 1) as at) e
order by b.i, w.seq`

export const clocks = `
insert into clocks (county, matter, name, rule, unit, amount, started_at, due_at, first_due_at, stopped_at)
select $1::int, b.id, k.name, k.rule, k.unit, k.amount, k.at, k.at + k.length, k.at + k.length,
  case when b.state = any (k.running) then null else k.at + b.lasted * 0.1 end
from bench_batch b, lateral (values
  ('acceptance', 'limit.acceptance', 'urgentHour', 24, 1, interval '1 day', 0.0, array['reported']),
  ('dispatching', 'limit.dispatching', 'workingHour', 4, 2, interval '4 hours', 0.1, array['accepted', 'judged']),
  ('completion', 'limit.completion.general', 'workingDay', 5, 2, interval '7 days', 0.1,
    array['accepted', 'judged', 'dispatched', 'handling']),
  ('signing', 'limit.signing', 'workingHour', 4, 4, interval '4 hours', 0.4, array['dispatched']),
  ('firstContact', 'limit.firstContact', 'workingDay', 1, 4, interval '1 day', 0.4, array['dispatched']),
  ('checking', 'limit.checking', 'workingDay', 3, 7, interval '3 days', 0.7, array['fedBack', 'checked'])
  ) c (name, rule, unit, amount, seq, length, share, running),
  lateral (select c.*, b.received_at + b.lasted * c.share as at) k
where b.version >= k.seq and not (k.seq > 1 and b.state in ('refused', 'answered', 'cancelled'))
order by b.i`

export const receipts = `
insert into receipts (county, number, matter, secret_hash)
select m.county, m.number, m.id, sha256(m.number::bytea)
from bench_batch b join matters m on m.county = $1::int and m.id = b.id`

export const judgements = `
insert into judgements (county, matter, seq, category, type, urgency, channel, responsible_office, basis, risk, suggested,
  chosen, judged_by, judged_at)
select $1::int, b.id, 3, b.category, 'help', 'general', 'order', b.office, '', '', '[]', '{}', $2::uuid,
  b.received_at + b.lasted * 0.2
from bench_batch b where b.version >= 3 and ${given('state')}`

export const assignments = `
insert into assignments (county, matter, round, office, role, basis, dispatched_at, sign_due)
select $1::int, b.id, 1, b.office, 'lead', '职责清单', b.received_at + b.lasted * 0.4,
  b.received_at + b.lasted * 0.4 + interval '4 hours'
from bench_batch b where ${given('state')}`

/** Every other resident says what they think of the result. */
export const verdicts = `
insert into verdicts (county, matter, round, solved, grade, words, public_words, source, published, at)
select $1::int, b.id, 1, b.fate > 0.2, case when b.fate > 0.2 then 'satisfied' else 'dissatisfied' end, '', '',
  case when b.channel = 'portal' then 'resident' else 'callBack' end, false, b.received_at + b.lasted
from bench_batch b where b.state in ('checked', 'closed', 'archived') and b.chance < 0.5`

/** What has ended for the rates: all of it stands in `standings`, as the acts that end a matter leave it. */
export const toKeep = `select id from matters where county = $1::int and state in ('closed', 'archived')`

/** Numbers given out from now on follow those of the load. $1 county, $2 year, $3 the last one. */
export const counter = `
insert into counters (county, name, value) values ($1::int, 'matter-' || $2::int, $3::bigint)
on conflict (county, name) do update set value = excluded.value`
