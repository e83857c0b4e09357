package io.dgas.application.bars;

import io.dgas.application.port.in.ImportActions;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.recorded.ActionAssembly;
import io.dgas.application.recorded.AssembledActions;
import java.util.OptionalInt;

/** Puts together what the files hold and stores it in one go. */
public final class ActionImport implements ImportActions {

    private final CorporateActionRepository actions;

    public ActionImport(CorporateActionRepository actions) {
        this.actions = actions;
    }

    @Override
    public Report run(Request request) {
        AssembledActions read = ActionAssembly.of(request.files());
        boolean refused = !read.problems().isEmpty() && !request.skipBad();
        if (refused || read.actions().isEmpty()) {
            return new Report(read, OptionalInt.empty());
        }
        return new Report(read, OptionalInt.of(actions.store(read.actions())));
    }
}
