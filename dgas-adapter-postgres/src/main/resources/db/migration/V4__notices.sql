-- Who is told of signals.

-- Whether somebody was to be told of it.
alter table generated_signals add column is_announced boolean not null default false;

-- The entries in force are those without an exit after them.
create index generated_signals_set_up on generated_signals (symbol, trading_interval, set_up, signal_timestamp);

-- What people are to be told, written together with the signals that it is about, and delivered at its own pace.
-- WAITING: certainly not on the channel. UNCERTAIN: a try was begun, and nobody knows what became of it.
create table notices (
    id             bigint generated always as identity primary key,
    notice         text collate "C" not null,
    channel_kind   text collate "C" not null,
    channel        text collate "C" not null,
    kind           text collate "C" not null,
    signal_ids     bigint[] not null,
    state          text collate "C" not null default 'WAITING',
    attempts       integer not null default 0,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    first_tried_at timestamptz,
    next_try_at    timestamptz not null,
    settled_at     timestamptz,
    receipt        text,
    error          text,
    constraint notices_once unique (notice, channel_kind, channel),
    constraint notices_kind check (kind in ('SIGNAL', 'DIGEST')),
    constraint notices_state
        check (state in ('WAITING', 'UNCERTAIN', 'DELIVERED', 'EXPIRED', 'REFUSED', 'DISCARDED')),
    constraint notices_settled
        check ((settled_at is not null) = (state in ('DELIVERED', 'EXPIRED', 'REFUSED', 'DISCARDED'))),
    constraint notices_tried check (state <> 'UNCERTAIN' or first_tried_at is not null)
);

create index notices_due on notices (channel_kind, channel, next_try_at) where state in ('WAITING', 'UNCERTAIN');
