#include "app/flow/act_pictures.hpp"

#include <algorithm>
#include <map>

#include "app/flow/case_update.hpp"

namespace courtyard::flow {

namespace {

using At = PictureWork::At;

bool is_open(const DeskState& state) { return state.place == DeskPlace::ActPicture && state.cases.act.has_value(); }

void fail(PictureWork& work, const std::string& code) {
    work.at = At::Failed;
    work.live.reset();
    work.listed.clear();
    work.problem = code;
}

bool takes_more(const CasesDesk& cases, const std::string& field) {
    const auto found = cases.act->fields.find(field);
    return found == cases.act->fields.end() || found->second.chosen.size() < cases::kPicturesMax;
}

}  // namespace

const ActPicture* PictureWork::find(const std::string& digest) const {
    const auto found =
        std::find_if(taken.begin(), taken.end(), [&](const ActPicture& each) { return each.digest.text() == digest; });
    return found == taken.end() ? nullptr : &*found;
}

void case_update(DeskStep& step, const desk::PressedAddPicture& pressed) {
    CasesDesk& cases = step.state.cases;
    const bool again = is_open(step.state);
    if ((step.state.place != DeskPlace::Act && !again) || !cases.act || step.state.busy()) return;
    const cases::ActRule* rule = cases::find_act(cases.act->kind);
    const cases::FieldRule* field = rule == nullptr ? nullptr : cases::find_field(*rule, pressed.field);
    if (field == nullptr || field->type != cases::FieldType::Pictures || !takes_more(cases, pressed.field)) return;
    if (again) step.effects.push_back(desk::StopLookingForSlip{});
    PictureWork& work = cases.picture_work;
    work.field = pressed.field;
    work.from = pressed.from;
    work.at = At::Asked;
    work.live.reset();
    work.listed.clear();
    work.problem.clear();
    step.state.problem.clear();
    step.state.place = DeskPlace::ActPicture;
    if (pressed.from == PictureFrom::Camera)
        step.effects.push_back(desk::LookForPaper{});
    else
        step.effects.push_back(desk::ListPictures{});
}

void case_update(DeskStep& step, const desk::PressedShutter&) {
    PictureWork& work = step.state.cases.picture_work;
    if (!is_open(step.state) || work.from != PictureFrom::Camera || work.at != At::Shown) return;
    work.at = At::Taking;
    step.effects.push_back(desk::TakePicture{});
}

void case_update(DeskStep& step, const desk::ChoseListed& chose) {
    PictureWork& work = step.state.cases.picture_work;
    if (!is_open(step.state) || work.from != PictureFrom::Stick || work.at != At::Shown) return;
    if (chose.index >= work.listed.size() || !work.listed[chose.index]) return;
    work.at = At::Taking;
    step.effects.push_back(desk::TakeListed{chose.index});
}

void case_update(DeskStep& step, const desk::TookPicture& took) {
    CasesDesk& cases = step.state.cases;
    if (!is_open(step.state) || cases.picture_work.at != At::Taking) return;
    const std::string digest = took.picture.digest.text();
    if (cases.picture_work.find(digest) == nullptr) cases.picture_work.taken.push_back(took.picture);
    std::vector<std::string>& chosen = cases.act->fields[cases.picture_work.field].chosen;
    if (std::find(chosen.begin(), chosen.end(), digest) == chosen.end()) chosen.push_back(digest);
    leave_picture(step);
    judge_act(*cases.act, cases.view.get(), step.state.now);
}

void case_update(DeskStep& step, const desk::ListedPictures& listed) {
    PictureWork& work = step.state.cases.picture_work;
    if (!is_open(step.state) || work.from != PictureFrom::Stick || work.at != At::Asked) return;
    work.listed = listed.pictures;
    work.at = At::Shown;
}

void case_update(DeskStep& step, const desk::PictureFailed& failed) {
    if (is_open(step.state)) fail(step.state.cases.picture_work, failed.code);
}

void see_picture(DeskStep& step, const PixelsRef& frame) {
    PictureWork& work = step.state.cases.picture_work;
    if (!is_open(step.state) || work.from != PictureFrom::Camera || work.at == At::Failed) return;
    if (work.at == At::Asked) work.at = At::Shown;
    work.live = frame;
}

void leave_picture(DeskStep& step) {
    PictureWork& work = step.state.cases.picture_work;
    step.effects.push_back(desk::StopLookingForSlip{});
    work.live.reset();
    work.listed.clear();
    work.problem.clear();
    step.state.place = DeskPlace::Act;
}

void show_pictures(DeskStep& step) {
    CasesDesk& cases = step.state.cases;
    if (!cases.view) return;
    const std::vector<SheetPicture> before = std::move(cases.pictures);
    cases.pictures.clear();
    std::map<std::string, int> pages;
    for (const CasePictureRow& row : cases.view->pictures) {
        SheetPicture picture{row.digest, row.is_here, row.kind, ++pages[row.kind], {}, false};
        for (const SheetPicture& known : before)
            if (known.digest == row.digest) picture.view = known.view, picture.spoilt = known.spoilt;
        if (cases.tab == CaseTab::Pictures && picture.is_here && !picture.view && !picture.spoilt)
            step.effects.push_back(desk::LoadPicture{row.digest, cases.view->folded.id});
        cases.pictures.push_back(std::move(picture));
    }
}

}  // namespace courtyard::flow
