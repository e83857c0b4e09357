-- What was amiss with the system, from when it began until it was over, and when somebody had seen it. One alert of a
-- component is in force at most.
create table alerts (
    id              bigint generated always as identity primary key,
    component       text collate "C" not null,
    severity        text collate "C" not null,
    reason          text not null,
    began_at        timestamptz not null,
    ended_at        timestamptz,
    acknowledged_at timestamptz,
    constraint alerts_severity check (severity in ('WARNING', 'FAILING')),
    constraint alerts_end check (ended_at >= began_at)
);

create unique index alerts_in_force on alerts (component) where ended_at is null;

create index alerts_ended on alerts (ended_at);
