-- Who may connect as what. Run by the owner before every migration; safe to run again.
-- linli_app owns nothing: tables grant it exactly what it may do, row security decides on which rows.
do $roles$
begin
  if not exists (select 1 from pg_roles where rolname = 'linli_app') then
    create role linli_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
exception when duplicate_object or unique_violation then
  null; -- Another installation on the same cluster made it this moment.
end
$roles$;
-- Since PostgreSQL 16 whoever creates a role may administer it, but not yet become it.
do $member$
declare
  able boolean;
begin
  if current_setting('server_version_num')::int >= 160000 then
    able := pg_has_role(current_user, 'linli_app', 'set');
  else
    able := pg_has_role(current_user, 'linli_app', 'member');
  end if;
  if not able then
    execute format('grant linli_app to %I', current_user);
  end if;
end
$member$;
grant usage on schema public to linli_app;
