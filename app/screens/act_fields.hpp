// One field of an act as a control: label, hint, the control of its type, what is wrong with it.
#pragma once

#include "app/cases/act_table.hpp"
#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

class ActFields {
public:
    ActFields(Desk& desk, const flow::ActDraft& draft);

    // Where the keyboard stands when the page is new: the first question that must be answered and is not. It is
    // brought into sight, unless the page opens with what is to be read before it: then a box waits out of sight until
    // somebody types, and what a blank would choose unseen waits for Tab.
    void start_at(const std::vector<const cases::FieldRule*>& fields, bool in_sight);
    // From the top of `at`; returns the height used.
    float draw(const Rect& at, const cases::FieldRule& field);

private:
    struct Pick {
        std::string value, label;
    };
    // Whether it must be filled in, with what is filled in elsewhere.
    [[nodiscard]] bool is_asked(const cases::FieldRule& field) const;
    [[nodiscard]] bool is_answered(const cases::FieldRule& field) const;
    // The keyboard begins at this control, if it is of the field where it is to begin. The ring shows where Space acts.
    void begin(const cases::FieldRule& field, std::uint32_t control, const Rect& rect, bool with_ring);
    void reveal_whole(const Rect& part);
    [[nodiscard]] const flow::FieldDraft& typed(const cases::FieldRule& field) const;
    float control(const Rect& at, const cases::FieldRule& field);
    float line(const Rect& at, const cases::FieldRule& field);
    float words(const Rect& at, const cases::FieldRule& field);
    float typed_text(const Rect& at, const cases::FieldRule& field);
    float yes_no(const Rect& at, const cases::FieldRule& field);
    float tick(const Rect& at, const cases::FieldRule& field);
    float lines(const Rect& at, const cases::FieldRule& field);
    float scores(const Rect& at, const cases::FieldRule& field);
    // Several that can be chosen, in as many columns as their words allow.
    float picks(const Rect& at, const cases::FieldRule& field, const std::vector<Pick>& all, bool many);
    // A line for which something usual is offered: what the pack lists, the papers that the court has.
    [[nodiscard]] std::vector<Pick> of_form(std::string_view field) const;
    [[nodiscard]] std::vector<Pick> usual(const cases::FieldRule& field) const;
    [[nodiscard]] bool is_closed(const cases::FieldRule& field, const std::vector<Pick>& offered) const;
    float offered_line(const Rect& at, const cases::FieldRule& field, const std::vector<Pick>& offered);
    [[nodiscard]] std::vector<Pick> people(const cases::FieldRule& field) const;
    [[nodiscard]] std::vector<Pick> facts(const cases::FieldRule& field) const;
    // What stands below a line: an amount in capitals, a day in words.
    [[nodiscard]] std::string echo(const cases::FieldRule& field) const;
    // Why what is typed is no amount or no day, in one sentence; "" when it is one, or empty.
    [[nodiscard]] std::string unread(const cases::FieldRule& field) const;
    // That no more goes into the box, when it is full.
    float full(const Rect& at, const cases::FieldRule& field, std::size_t characters_max);
    [[nodiscard]] bool is_refused(const cases::FieldRule& field) const;
    [[nodiscard]] std::string other_than_report(const cases::FieldRule& field, domain::Fen amount) const;
    [[nodiscard]] std::string label(const cases::FieldRule& field) const;

    Desk& desk_;
    const flow::ActDraft& draft_;
    std::string refused_;  // what is to be told of the draft now
    std::string_view start_;
    std::string_view sought_;  // the refused field where the keyboard has just gone
    bool seeks_ = false;
    bool opens_at_it_ = true;
    int salt_ = 1000;
};

}  // namespace courtyard::screens
