-- How often each symbol trades in each half hour of the session, older sessions with less weight.
create table trade_counts (
    symbol_id   integer not null references market_symbols on delete cascade,
    half_hour   smallint not null,
    trades      double precision not null,
    minutes     double precision not null,
    recorded_at timestamptz not null,
    primary key (symbol_id, half_hour),
    constraint trade_counts_half_hour check (half_hour between 0 and 13)
);

-- How many of its silences were long and no fault, and how long they went on beyond that, all together.
create table trade_silences (
    symbol_id   integer primary key references market_symbols on delete cascade,
    silences    double precision not null,
    seconds     double precision not null,
    recorded_at timestamptz not null
);
