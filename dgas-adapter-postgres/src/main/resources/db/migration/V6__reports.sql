-- Notices about no signal, such as the report of a day: nothing is stored that they could be written from again, so that their words
-- are kept, and a repeat is the same.
alter table notices
    drop constraint notices_kind,
    add column words text,
    add constraint notices_kind check (kind in ('SIGNAL', 'DIGEST', 'REPORT')),
    add constraint notices_words check ((kind = 'REPORT') = (words is not null));
