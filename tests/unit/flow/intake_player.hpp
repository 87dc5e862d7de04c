// The laptop's intake as a value, played by tests: applications that are found by sound as the worker's index finds
// them.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/flow/desk_update.hpp"
#include "app/flow/row_search.hpp"

namespace courtyard::test::intake {

using namespace flow;
using Status = domain::ApplicationStatus;

inline constexpr base::Instant kNow{1'795'392'000'000};

inline base::RecordId id_of(std::uint8_t n) {
    base::RecordId id;
    id.bytes[0] = n;
    return id;
}

inline InboxRow row_of(std::uint8_t n, std::string name, Status status = Status::Synced) {
    InboxRow row;
    row.id = id_of(n);
    row.name = std::move(name);
    row.number = "7K2M-9QXR-4HTD-" + std::string(1, static_cast<char>('A' + n));
    row.site = "云坞村共享法庭";
    row.status = status;
    return row;
}

inline desk::LoadedInbox loaded(std::vector<InboxRow> rows) {
    const std::map<char32_t, std::string> sounds{{U'应', "ying"}, {U'安', "an"},  {U'毕', "bi"},
                                                 {U'䶮', "yan"},  {U'裘', "qiu"}, {U'云', "yun"}};
    cases::CaseIndex index([sounds](char32_t c) {
        const auto found = sounds.find(c);
        return found == sounds.end() ? std::vector<std::string>{} : std::vector{found->second};
    });
    std::vector<cases::CaseWords> words;
    for (const InboxRow& row : rows)
        words.push_back(words_of(row, row.status == Status::Synced ? "未答复" : "办理中"));
    index.put(words);
    return {std::move(rows), {}, std::make_shared<const cases::CaseIndex>(std::move(index))};
}

// Plays events one after another and keeps what was asked of the worker.
struct Player {
    DeskState state;
    std::vector<DeskEffect> effects;
    base::Instant now = kNow;

    void play(const DeskEvent& event) {
        DeskStep step = desk_update(std::move(state), event, now);
        state = std::move(step.state);
        effects = std::move(step.effects);
    }
    template <class T>
    const T* asked() const {
        for (const DeskEffect& effect : effects) {
            if (const T* found = std::get_if<T>(&effect)) return found;
        }
        return nullptr;
    }
    void unlock() {
        play(desk::TypedPassphrase{"long enough"});
        play(desk::PressedUnlock{});
        play(desk::Unlocked{"叶知秋", "judge", "测试县人民法院"});
        play(loaded({row_of(1, "应𫖯安"), row_of(2, "毕䶮", Status::Received), row_of(3, "裘阿香", Status::Filed)}));
        play(desk::WentTo{DeskPlace::Inbox});
    }
    void open(const InboxRow& row) {
        play(desk::PressedRow{row.id});
        ApplicationSheet sheet;
        sheet.row = row;
        play(desk::LoadedSheet{sheet});
    }
};

}  // namespace courtyard::test::intake
