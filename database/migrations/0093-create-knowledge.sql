-- matters/analyse: the knowledge base 知识库. Days are half open: a row holds from valid_from up to, not on, valid_to.

-- One row is one edition of one article: a question people ask, in their own forms, and the answer with its source.
-- What was published is never rewritten: a new edition ends the one before it, withdrawing ends it without another.
create table articles (
  county int not null,
  id uuid not null,
  edition int not null check (edition > 0),
  title text not null check (title <> ''),
  -- How people ask: other words for the same question.
  questions text[] not null default '{}',
  answer text not null check (answer <> ''),
  -- Null: of every kind.
  category text,
  -- Law, notice or rule the answer rests on; none is published without.
  citation text not null check (citation <> ''),
  valid_from date not null,
  valid_to date,
  -- Who published and who ended it; null for the house itself (an import).
  published_by uuid,
  published_at timestamptz not null,
  -- The act it was published by: sent again, it publishes nothing twice.
  act_id uuid not null,
  ended_by uuid,
  ended_why text not null default '',
  search tsvector not null,
  primary key (county, id, edition),
  constraint articles_act_once unique (county, act_id),
  constraint articles_days_in_order check (valid_to >= valid_from)
);
select place_by_county('articles');
create index articles_search on articles using gin (search) with (fastupdate = on);
create index articles_by_title on articles (county, title, id);
alter table articles enable row level security;
create policy own_county on articles
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert, update (valid_to, ended_by, ended_why) on articles to linli_app;

-- One row is one time an edition was used: in which matter, by which event of its record.
create table article_uses (
  county int not null,
  matter uuid not null,
  seq int not null,
  article uuid not null,
  edition int not null,
  act text not null,
  at timestamptz not null,
  primary key (county, matter, seq),
  constraint article_uses_of_matter foreign key (county, matter) references matters (county, id),
  constraint article_uses_edition foreign key (county, article, edition) references articles (county, id, edition)
);
select place_by_county('article_uses');
create index article_uses_by_article on article_uses (county, article, at desc);
alter table article_uses enable row level security;
create policy own_county on article_uses
  using (county = nullif(current_setting('app.county', true), '')::int)
  with check (county = nullif(current_setting('app.county', true), '')::int);
grant select, insert on article_uses to linli_app;
