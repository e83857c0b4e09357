-- Names that the operator's queries rely on are fixed; columns may be added, not renamed.
-- Symbols, intervals and sources are compared byte by byte, so that order and speed do not depend on the database's locale.

create table market_symbols (
    id            integer generated always as identity primary key,
    symbol        text collate "C" not null unique,
    is_active     boolean not null default true,
    registered_at timestamptz not null default now()
);

-- One row per bar, raw as recorded; "timestamp" is the bar's open. The key carries the prices, so that reading a series
-- touches the index alone. symbol_id has no foreign key: checking it costs more than storing the row, and rows come
-- only from a store that has just looked the symbol up.
create table market_data (
    symbol_id     integer not null,
    interval_type text collate "C" not null,
    "timestamp"   timestamptz not null,
    open          double precision not null,
    high          double precision not null,
    low           double precision not null,
    close         double precision not null,
    volume        double precision not null,
    source        text collate "C" not null,
    standing      text collate "C" not null,
    recorded_at   timestamptz not null,
    constraint market_data_key primary key (symbol_id, interval_type, "timestamp")
        include (open, high, low, close, volume),
    constraint market_data_prices check (low <= open and open <= high and low <= close and close <= high),
    constraint market_data_volume check (volume >= 0),
    constraint market_data_standing check (standing in ('PROVISIONAL', 'FINAL'))
);

-- What a bar was before it was replaced, and from when to when it was believed.
create table market_data_revisions (
    symbol_id     integer not null,
    interval_type text collate "C" not null,
    "timestamp"   timestamptz not null,
    open          double precision not null,
    high          double precision not null,
    low           double precision not null,
    close         double precision not null,
    volume        double precision not null,
    source        text collate "C" not null,
    standing      text collate "C" not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null
);

create index market_data_revisions_bar on market_data_revisions (symbol_id, interval_type, "timestamp");

-- A series as it was known at time T: select … from market_data_history where recorded_at <= T and T < superseded_at.
create view market_data_history as
select symbol_id, interval_type, "timestamp", open, high, low, close, volume, source, standing, recorded_at,
       timestamptz 'infinity' as superseded_at
from market_data
union all
select symbol_id, interval_type, "timestamp", open, high, low, close, volume, source, standing, recorded_at,
       superseded_at
from market_data_revisions;

-- Every version of every action. The one that counts at time T is the last stored of those known by T.
create table corporate_actions (
    id          bigint generated always as identity primary key,
    symbol_id   integer not null references market_symbols,
    ex_date     date not null,
    kind        text collate "C" not null,
    value       double precision not null,
    known_at    timestamptz not null,
    recorded_at timestamptz not null default now(),
    constraint corporate_actions_kind check (kind in ('SPLIT', 'CASH_DIVIDEND')),
    constraint corporate_actions_value check (value > 0)
);

create index corporate_actions_action on corporate_actions (symbol_id, ex_date, kind);

create table data_collection_runs (
    id                bigint generated always as identity primary key,
    run_timestamp     timestamptz not null,
    interval_type     text collate "C" not null,
    symbols_requested integer not null,
    symbols_updated   integer not null,
    symbols_failed    integer not null,
    bars_fetched      bigint not null,
    bars_stored       bigint not null,
    status            text collate "C" not null,
    execution_time_ms bigint not null,
    error_message     text,
    constraint data_collection_runs_status check (status in ('SUCCESS', 'PARTIAL', 'FAILED'))
);

create index data_collection_runs_time on data_collection_runs (run_timestamp);

create table prediction_runs (
    id                 bigint generated always as identity primary key,
    run_timestamp      timestamptz not null,
    as_of              timestamptz not null,
    trading_interval   text collate "C" not null,
    higher_intervals   text[] not null,
    status             text collate "C" not null,
    symbols_processed  integer not null,
    signals_generated  integer not null,
    error_count        integer not null,
    execution_time_ms  bigint not null,
    engine_version     text not null,
    configuration_hash text not null,
    constraint prediction_runs_status check (status in ('SUCCESS', 'PARTIAL', 'FAILED'))
);

create index prediction_runs_time on prediction_runs (run_timestamp);

-- entry_price is an entry's reference price and the price that closed an exit; an exit has no stop, target or score.
create table generated_signals (
    id                   bigint generated always as identity primary key,
    run_id               bigint not null references prediction_runs,
    symbol               text collate "C" not null,
    trading_interval     text collate "C" not null,
    signal_timestamp     timestamptz not null,
    signal_type          text collate "C" not null,
    set_up               text collate "C" not null,
    entry_price          numeric not null,
    stop_loss            numeric,
    target_price         numeric,
    risk_reward          double precision,
    confidence           double precision,
    signal_strength      double precision,
    reason               text not null,
    evidence             jsonb not null,
    expires_at           timestamptz,
    notification_sent    boolean not null default false,
    notification_sent_at timestamptz,
    constraint generated_signals_identity
        unique (symbol, trading_interval, signal_timestamp, signal_type, set_up),
    constraint generated_signals_type check (signal_type in ('LONG', 'SHORT', 'EXIT_LONG', 'EXIT_SHORT')),
    constraint generated_signals_entry check (
        (signal_type in ('LONG', 'SHORT')) = (num_nonnulls(stop_loss, target_price, risk_reward, confidence,
            signal_strength) = 5)),
    constraint generated_signals_score check (confidence between 0 and 1 and signal_strength between 0 and 1)
);

create index generated_signals_time on generated_signals (signal_timestamp);

create table scheduler_state (
    name         text collate "C" primary key,
    state        text not null,
    holder       text,
    last_tick_at timestamptz,
    next_tick_at timestamptz,
    detail       jsonb,
    updated_at   timestamptz not null default now()
);
