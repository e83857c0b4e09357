package io.dgas.app.notice;

import picocli.CommandLine.Command;

/** What people are to be told. */
@Command(
        name = "notify",
        description = "See what people are to be told of signals, and have it told, tried again or discarded.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListNotices.class, DeliverNotices.class, RetryNotice.class, DiscardNotice.class},
        footer = {"", "Examples:", "  dgas notify list", "  dgas notify deliver", "  dgas notify retry 17"})
public final class Notify {}
