// Photos of papers: from a camera or a stick, looked at before they are used, kept in the session alone.
#include <algorithm>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {

using domain::Field;
using domain::FieldType;

namespace {

const Field* papers_field(const KioskState& state, const KioskWorld& world) {
    const Field* field = asked_field(state, world);
    return field && field->type == FieldType::Papers ? field : nullptr;
}

std::string value_of_kind(const Field& papers, std::string_view kind) {
    const Field* state = papers.column_of_role("state");
    const domain::Option* option = state ? state->option_of_kind(kind) : nullptr;
    return option ? option->value : std::string{};
}

}  // namespace

void wipe(EyesWork& work) noexcept {
    for (auto& [number, text] : work.scan.parts)
        base::wipe(text);
    for (domain::InkStroke& stroke : work.ink.strokes)
        base::wipe(stroke.data(), stroke.size() * sizeof(domain::InkPoint));
    work = EyesWork{};
}

std::size_t photos_of(const EyesWork& work, std::string_view paper) {
    return static_cast<std::size_t>(std::count_if(work.photos.begin(), work.photos.end(),
                                                  [paper](const Photo& photo) { return photo.paper == paper; }));
}

std::size_t photos_left(const EyesWork& work, std::string_view paper) {
    const std::size_t of_paper = photos_of(work, paper);
    return std::min(kPhotosMax - std::min(kPhotosMax, work.photos.size()),
                    kPhotosPerPaperMax - std::min(kPhotosPerPaperMax, of_paper));
}

void Moves::look(LookFor look_for) {
    CameraWork& camera = session().eyes.camera;
    camera = CameraWork{};
    camera.looking = Looking::Opening;
    camera.ticket = ++state_.tickets;
    effects_.push_back(LookThroughCamera{camera.ticket, look_for});
}

void Moves::stop_looking() {
    CameraWork& camera = session().eyes.camera;
    if (camera.looking == Looking::No) return;
    const bool is_open = camera.looking != Looking::Taken && camera.looking != Looking::Failed;
    camera = CameraWork{};
    if (is_open) effects_.push_back(StopLooking{});
}

// Whichever way a page was left, the camera is closed and a photo that nobody chose is gone.
void Moves::settle_eyes() {
    const Page at = page();
    const bool aside = at == Page::Help || at == Page::Leave;  // a photo that was taken waits there
    const bool waits = aside && session().eyes.camera.looking == Looking::Taken;
    if (at != Page::Photo && at != Page::Scan && at != Page::Stick && !waits) stop_looking();
    if (at != Page::Stick && at != Page::Photo && !aside) session().eyes.stick = StickWork{};
    if (at != Page::Scan && !(session().eyes.scan.parts.empty() && session().eyes.scan.word.empty())) wipe_scan();
    if (at != Page::Ask && at != Page::Photo && at != Page::Stick && at != Page::PhotoView && at != Page::Help)
        session().eyes.notice.clear();
}

bool Moves::may_photograph(const std::string& paper) {
    const Field* field = papers_field(state_, world_);
    const Field* name = field ? field->column_of_role("name") : nullptr;
    if (page() != Page::Ask || !name || !name->option(paper) || draft().asking.column >= 0) return false;
    session().eyes.notice.clear();
    if (photos_left(session().eyes, paper) != 0) return true;
    session().eyes.notice = session().eyes.photos.size() >= kPhotosMax ? "eyes.papers.full" : "eyes.papers.full_paper";
    return false;
}

void Moves::on(const OpenedCamera& event) {
    const bool from_stick_page = page() == Page::Stick && session().place.id == event.paper;
    if (from_stick_page) {
        replace({Page::Photo, event.paper});
    } else {
        if (!may_photograph(event.paper)) return;
        go({Page::Photo, event.paper});
    }
    look(LookFor::Paper);
}

void Moves::on(const OpenedStick& event) {
    const bool from_photo_page = page() == Page::Photo && session().place.id == event.paper;
    if (from_photo_page) {
        stop_looking();
        replace({Page::Stick, event.paper});
    } else if (page() == Page::Stick) {
        if (session().eyes.stick.found == StickWork::Found::Asked) return;
    } else {
        if (!may_photograph(event.paper)) return;
        go({Page::Stick, event.paper});
    }
    StickWork& stick = session().eyes.stick;
    stick = StickWork{};
    stick.found = StickWork::Found::Asked;
    stick.ticket = ++state_.tickets;
    effects_.push_back(ListStick{stick.ticket});
}

void Moves::on(const RetriedCamera&) {
    const CameraWork& camera = session().eyes.camera;
    if (camera.looking != Looking::Failed && camera.looking != Looking::No) return;
    if (page() == Page::Photo && camera.from_stick)
        on(OpenedStick{session().place.id});
    else if (page() == Page::Photo)
        look(LookFor::Paper);
    else if (page() == Page::Scan)
        look(LookFor::Codes);
}

void Moves::on(const PressedShutter& event) {
    CameraWork& camera = session().eyes.camera;
    if (page() != Page::Photo || camera.looking != Looking::Live) return;
    if (event.delayed) {
        camera.shoot_at = now_ + kShutterDelayMs;
        return;
    }
    shoot();
}

void Moves::shoot() {
    CameraWork& camera = session().eyes.camera;
    camera.shoot_at.reset();
    camera.looking = Looking::Taking;
    effects_.push_back(TakePhoto{camera.ticket});
}

void Moves::on(const CameraSaw& event) {
    CameraWork& camera = session().eyes.camera;
    if (event.ticket != camera.ticket || (camera.looking != Looking::Opening && camera.looking != Looking::Live))
        return;
    camera.looking = Looking::Live;
    camera.live = event.frame;
}

void Moves::on(const CameraFailed& event) {
    CameraWork& camera = session().eyes.camera;
    if (event.ticket != camera.ticket || camera.looking == Looking::No) return;
    const bool from_stick = camera.from_stick;
    camera = CameraWork{};
    camera.from_stick = from_stick;
    camera.looking = Looking::Failed;
    camera.error = event.code;
}

void Moves::on(const PhotoFailed& event) { on(CameraFailed{event.ticket, event.code}); }

void Moves::on(const TookPhoto& event) {
    CameraWork& camera = session().eyes.camera;
    if (event.ticket != camera.ticket || camera.looking != Looking::Taking) return;
    const bool from_stick = camera.from_stick;
    camera = CameraWork{};
    camera.ticket = event.ticket;
    camera.from_stick = from_stick;
    camera.looking = Looking::Taken;
    camera.straightened = event.straightened;
    camera.candidate = Photo{session().place.id, event.file, event.view};
    if (page() == Page::Stick) replace({Page::Photo, session().place.id});
}

void Moves::on(const RetookPhoto&) {
    const CameraWork& camera = session().eyes.camera;
    if (page() != Page::Photo || camera.looking != Looking::Taken) return;
    if (camera.from_stick)
        on(OpenedStick{session().place.id});
    else
        look(LookFor::Paper);
}

void Moves::on(const TurnedPhoto&) {
    CameraWork& camera = session().eyes.camera;
    if (page() != Page::Photo || camera.looking != Looking::Taken) return;
    camera.looking = Looking::Taking;
    camera.ticket = ++state_.tickets;
    effects_.push_back(TurnPhoto{camera.ticket, camera.candidate->file});
}

void Moves::on(const UsedPhoto& event) {
    CameraWork& camera = session().eyes.camera;
    const Field* field = papers_field(state_, world_);
    if (page() != Page::Photo || camera.looking != Looking::Taken || !field) return;
    const std::string paper = session().place.id;
    if (photos_left(session().eyes, paper) == 0) return;
    const bool from_stick = camera.from_stick;
    session().eyes.photos.push_back(std::move(*camera.candidate));
    camera = CameraWork{};
    set_paper(draft().application, *field, paper, value_of_kind(*field, "given"));
    note_writer(field->code);
    draft().problems.clear();
    if (!event.one_more || photos_left(session().eyes, paper) == 0)
        back();
    else if (from_stick)
        on(OpenedStick{paper});
    else
        look(LookFor::Paper);
}

void Moves::on(const ListedStick& event) {
    StickWork& stick = session().eyes.stick;
    if (event.ticket != stick.ticket || stick.found != StickWork::Found::Asked) return;
    stick.found = StickWork::Found::Listed;
    stick.pictures = event.pictures;
}

void Moves::on(const StickFailed& event) {
    StickWork& stick = session().eyes.stick;
    if (event.ticket != stick.ticket || stick.found != StickWork::Found::Asked) return;
    stick.found = StickWork::Found::Failed;
    stick.error = event.code;
}

void Moves::on(const ChoseStickPicture& event) {
    StickWork& stick = session().eyes.stick;
    CameraWork& camera = session().eyes.camera;
    if (page() != Page::Stick || stick.found != StickWork::Found::Listed || event.index >= stick.pictures.size() ||
        !stick.pictures[event.index] || camera.looking == Looking::Taking)
        return;
    camera = CameraWork{};
    camera.looking = Looking::Taking;
    camera.from_stick = true;
    camera.ticket = ++state_.tickets;
    effects_.push_back(TakeFromStick{camera.ticket, event.index});
    replace({Page::Photo, session().place.id});
}

void Moves::on(const OpenedPhoto& event) {
    if (page() == Page::Ask && event.index < session().eyes.photos.size())
        go({Page::PhotoView, {}, static_cast<int>(event.index)});
}

void Moves::on(const RemovedPhoto&) {
    const auto index = static_cast<std::size_t>(session().place.index);
    std::vector<Photo>& photos = session().eyes.photos;
    if (page() != Page::PhotoView || index >= photos.size()) return;
    const std::string paper = photos[index].paper;
    photos.erase(photos.begin() + static_cast<std::ptrdiff_t>(index));
    const Field* field = papers_field(state_, world_);
    if (field && photos_of(session().eyes, paper) == 0)
        set_paper(draft().application, *field, paper, value_of_kind(*field, "court"));
    back();
}

// Another word was chosen for this paper: its photos go.
void Moves::drop_photos(std::string_view paper) {
    std::erase_if(session().eyes.photos, [paper](const Photo& photo) { return photo.paper == paper; });
}

std::vector<Photo> Moves::photos_to_file() const {
    std::vector<Photo> photos;
    for (const Field& field : form().fields) {
        if (field.type != FieldType::Papers) continue;
        const Field* state = field.column_of_role("state");
        for (const Photo& photo : state_.session.eyes.photos) {
            const domain::Option* said =
                state ? state->option(paper_state(state_.session.draft.application, field, photo.paper)) : nullptr;
            if (said && said->kind == "given") photos.push_back(photo);
        }
    }
    return photos;
}

// A draft that comes back from a ticket has no photos: what was photographed is the court's to look up again.
void Moves::ask_court_for_lost_photos() {
    for (const Field& field : form().fields) {
        const Field* name = field.type == FieldType::Papers ? field.column_of_role("name") : nullptr;
        if (!name) continue;
        const std::string given = value_of_kind(field, "given");
        for (const domain::Option& option : name->options)
            if (paper_state(draft().application, field, option.value) == given &&
                photos_of(session().eyes, option.value) == 0)
                set_paper(draft().application, field, option.value, value_of_kind(field, "court"));
    }
}

// This machine takes no more pictures: the court looks the papers up instead, and the application still goes.
void Moves::give_up_photos() {
    for (const Field& field : form().fields) {
        if (field.type != FieldType::Papers) continue;
        for (const Photo& photo : session().eyes.photos)
            set_paper(draft().application, field, photo.paper, value_of_kind(field, "court"));
    }
    session().eyes.photos.clear();
}

}  // namespace courtyard::flow
