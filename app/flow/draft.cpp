#include "app/flow/draft.hpp"

#include "sync/base/result.hpp"

namespace courtyard::flow {

Draft draft_of(const Session& session) {
    const DraftWork& work = session.draft;
    COURTYARD_CHECK(work.kind.has_value());
    Draft draft;
    draft.kind = *work.kind;
    draft.application = work.application;
    draft.typed_by_helper = work.typed_by_helper;
    draft.seen = work.seen;
    if (session.place.page != Page::Review) draft.at = work.asking.field;
    draft.screened = !session.screening.answered.empty();
    draft.screening = session.screening.answers;
    return draft;
}

void wipe(Draft& draft) noexcept {
    domain::wipe(draft.application);
    draft = Draft{};
}

}  // namespace courtyard::flow
