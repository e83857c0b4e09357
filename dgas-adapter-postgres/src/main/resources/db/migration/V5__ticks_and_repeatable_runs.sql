-- When bars were stored: what makes it possible to read them again as they were, and to read only what is new.

-- One row for each batch and interval that changed something, in the order of commit: recorded_at rises from batch to
-- batch, and is that of the rows stored with it. given_at is the latest time until then by the clocks of those who store.
create table market_data_batches (
    recorded_at   timestamptz not null,
    interval_type text collate "C" not null,
    oldest        timestamptz not null,
    given_at      timestamptz not null,
    constraint market_data_batches_key primary key (recorded_at, interval_type)
);

insert into market_data_batches (recorded_at, interval_type, oldest, given_at)
select max(recorded_at), interval_type, min("timestamp"), max(recorded_at) from market_data group by interval_type;

-- The tick that a run was for; one by hand has none. known_at and actions_known say what of the bars and actions had been
-- stored when they were read: enough to read them again as they were.
alter table prediction_runs
    add column tick_at       timestamptz,
    add column error_message text,
    add column detail        jsonb not null default '{}',
    add column known_at      timestamptz,
    add column actions_known bigint;

create unique index prediction_runs_tick on prediction_runs (tick_at) where tick_at is not null;
create index prediction_runs_as_of on prediction_runs (as_of);

-- What each run decided on and what it decided, symbol by symbol, as hashes: enough to tell whether it can be repeated.
-- stale are the symbols that the gate kept out, and why.
create table prediction_run_inputs (
    run_id          bigint primary key references prediction_runs on delete cascade,
    symbols         text[] not null,
    input_hashes    bigint[] not null,
    decision_hashes bigint[] not null,
    stale           jsonb not null,
    constraint prediction_run_inputs_aligned
        check (cardinality(symbols) = cardinality(input_hashes) and cardinality(symbols) = cardinality(decision_hashes))
);
