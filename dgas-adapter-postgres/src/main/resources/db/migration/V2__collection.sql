-- What continuous collection needs: who the symbols are, what was expected of them, what calls cost, who is at work.

-- A symbol is its row; the ticker is its present name. registered_at is when it was first seen.
alter table market_symbols
    add column name        text,
    add column exchange    text,
    add column listed_on   date,
    add column delisted_on date;

-- Names that symbols had before. Nothing else changes hands at a renaming, so all history is read under the new name.
create table former_symbols (
    symbol_id   integer not null references market_symbols on delete cascade,
    symbol      text collate "C" not null,
    renamed_on  date not null,
    recorded_at timestamptz not null,
    primary key (symbol_id, symbol, renamed_on)
);

-- From member_from to the day before member_to; member_to is null while it lasts.
create table index_members (
    index_name  text collate "C" not null,
    symbol_id   integer not null references market_symbols,
    member_from date not null,
    member_to   date,
    source      text not null,
    recorded_at timestamptz not null,
    primary key (index_name, symbol_id, member_from),
    constraint index_members_span check (member_from < member_to)
);

create unique index index_members_present on index_members (index_name, symbol_id) where member_to is null;

-- The provisional source that a final bar was compared with when it replaced or confirmed it.
alter table market_data add column provisional_source text collate "C";

-- The source of the bar that replaced it; null where two symbols became one.
alter table market_data_revisions add column superseded_by text collate "C";

-- When the bars of a session open by the calendar, the same for all symbols.
create table expected_sessions (
    interval_type text collate "C" not null,
    session_date  date not null,
    opens         timestamptz[] not null,
    primary key (interval_type, session_date)
);

-- What of it each symbol has. Counts are taken from market_data, never added up. No foreign keys, as in market_data.
create table coverage (
    symbol_id       integer not null,
    interval_type   text collate "C" not null,
    session_date    date not null,
    expected        integer not null,
    present         integer not null default 0,
    final_present   integer not null default 0,
    explained       integer not null default 0,
    unexplained     integer not null generated always as (expected - present - explained) stored,
    standing        text collate "C" not null default 'OPEN',
    attempts        integer not null default 0,
    last_attempt_at timestamptz,
    next_attempt_at timestamptz,
    note            text,
    primary key (symbol_id, interval_type, session_date),
    constraint coverage_standing check (standing in ('OPEN', 'COMPLETE', 'GIVEN_UP')),
    constraint coverage_adds_up check (
        0 <= final_present and final_present <= present and 0 <= explained and present + explained <= expected),
    constraint coverage_settled check (standing = 'OPEN' or present + explained = expected)
);

create index coverage_session on coverage (interval_type, session_date);
create index coverage_open on coverage (interval_type, session_date) where standing = 'OPEN';

-- Why a bar that was expected is not there.
create table coverage_absences (
    symbol_id     integer not null,
    interval_type text collate "C" not null,
    "timestamp"   timestamptz not null,
    session_date  date not null,
    reason        text collate "C" not null,
    recorded_at   timestamptz not null,
    primary key (symbol_id, interval_type, "timestamp"),
    constraint coverage_absences_reason
        check (reason in ('NO_TRADE', 'HALT', 'VENDOR_GAP', 'OUR_GAP', 'NOT_LISTED'))
);

create table quarantines (
    symbol_id  integer not null references market_symbols,
    jump_open  timestamptz not null,
    since      timestamptz not null,
    ratio      double precision not null,
    reason     text not null,
    lifted_at  timestamptz,
    lifted_why text,
    primary key (symbol_id, jump_open),
    constraint quarantines_ratio check (ratio > 0),
    constraint quarantines_lifted check ((lifted_at is null) = (lifted_why is null) and lifted_at >= since)
);

alter table data_collection_runs
    add column kind       text collate "C" not null default 'RUN_ONCE',
    add column calls_used bigint not null default 0,
    add column detail     jsonb not null default '{}',
    add constraint data_collection_runs_kind check (kind in ('LIVE', 'SWEEP', 'BACKFILL', 'RUN_ONCE'));

-- One row for each account with a vendor. seconds and requests: how many requests were allowed in which second (epoch) of
-- about the last two minutes. promised and promised_to: for which second somebody who had to wait was asked to come back.
create table call_budgets (
    account        text collate "C" primary key,
    used_on        date not null default '1970-01-01',
    used           bigint not null default 0,
    spent_on       date,
    vendor_daily   bigint,
    vendor_minute  bigint,
    silent_until   timestamptz,
    promised       bigint[] not null default '{}',
    promised_to    bigint[] not null default '{}',
    seconds        bigint[] not null default '{}',
    requests       integer[] not null default '{}'
) with (fillfactor = 50);

-- Whether a service runs is told by its advisory lock; this row is what it says about itself.
alter table scheduler_state
    add column held_since        timestamptz,
    add column stop_requested_at timestamptz;
