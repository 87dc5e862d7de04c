// A form of a few fields, one of each kind that the checks of the domain know. The real one is data of the pack and
// tested there.
#pragma once

#include "app/domain/form.hpp"

namespace courtyard::domain::test {

inline Expression expression(std::string_view source) { return *Expression::parse(source); }

inline Field field(std::string code, FieldType type, Need need = Need::Optional) {
    Field out;
    out.code = std::move(code);
    out.label = out.code;
    out.type = type;
    out.need = need;
    out.chars_max = type == FieldType::Name ? 50 : type == FieldType::LongText ? 500 : 100;
    return out;
}

inline Field with_options(Field out, std::vector<Option> options) {
    out.options = std::move(options);
    return out;
}

inline FormDefinition small_form() {
    FormDefinition form;
    form.id = "F1";
    form.yes = "yes";
    form.no = "no";
    form.unknown = "unknown";

    form.fields.push_back(field("F1.01", FieldType::Name, Need::Must));
    Field sex =
        with_options(field("F1.03", FieldType::Choice, Need::Must), {{"M", "man", "male"}, {"W", "woman", "female"}});
    sex.from = expression("sex(F1.06)");
    form.fields.push_back(sex);
    Field born = field("F1.05", FieldType::Date, Need::Must);
    born.from = expression("birth(F1.06)");
    form.fields.push_back(born);
    Field document =
        with_options(field("F1.06", FieldType::IdDocument, Need::Must), {{"card", "card", "citizen"},
                                                                         {"permit", "permit", "permit"},
                                                                         {"foreign", "foreign", "foreign"},
                                                                         {"code", "code", "organisation"},
                                                                         {"book", "book", "other"},
                                                                         {"no paper", "no paper", "none"}});
    document.shown = Shown::Masked;
    document.also = {"later"};
    document.columns = {with_options(field("type", FieldType::Choice), document.options),
                        field("number", FieldType::IdDocument)};
    form.fields.push_back(document);
    form.fields.push_back(field("F1.07", FieldType::Area));
    Field phone = field("F1.09", FieldType::Phone, Need::When);
    phone.when = expression("empty(F1.10)");
    form.fields.push_back(phone);
    Field contact = field("F1.10", FieldType::Group, Need::When);
    contact.when = expression("empty(F1.09)");
    contact.columns = {field("name", FieldType::Name, Need::Must), field("phone", FieldType::Phone, Need::Must)};
    form.fields.push_back(contact);
    Field guardian = field("F1.20", FieldType::Group, Need::When);
    guardian.show = expression("path == 'guardian' or age(F1.05) < 18");
    guardian.when = expression("age(F1.05) < 18");
    guardian.columns = {field("name", FieldType::Name, Need::Must), field("number", FieldType::IdDocument)};
    form.fields.push_back(guardian);
    Field number = field("F1.31", FieldType::CaseNumber);
    number.also = {"unclear"};
    form.fields.push_back(number);
    Field award = field("F1.36", FieldType::Group);
    award.columns = {field("award", FieldType::Money, Need::Must), field("got", FieldType::Money, Need::Must),
                     field("open", FieldType::Money)};
    award.columns[2].from = expression("F1.36.award - F1.36.got");
    form.fields.push_back(award);
    form.fields.push_back(with_options(field("F1.40", FieldType::Multi),
                                       {{"E1", "E1", ""}, {"E9", "E9", ""}, {"none", "none", "alone"}}));
    Field people = field("F1.50", FieldType::Integer);
    people.min = 1;
    people.max = 20;
    form.fields.push_back(people);
    Field family = field("F1.51", FieldType::Rows, Need::Must);
    family.min = 1;
    family.max = 3;
    family.columns = {field("who", FieldType::Text, Need::Must), field("income", FieldType::Money, Need::Must)};
    family.columns[1].also = {"unclear"};
    form.fields.push_back(family);
    Field income = field("F1.52", FieldType::Money);
    income.from = expression("sum(F1.51.income)");
    form.fields.push_back(income);
    Field per_head = field("F1.52a", FieldType::Money);
    per_head.from = expression("F1.52 / F1.50 / 12");
    form.fields.push_back(per_head);
    form.fields.push_back(field("F1.71", FieldType::LongText));
    Field account = field("F1.80", FieldType::BankAccount);
    account.columns = {field("holder", FieldType::Name, Need::Must), field("account", FieldType::Text, Need::Must),
                       with_options(field("kind", FieldType::Choice, Need::Must),
                                    {{"bank card", "card", "card"}, {"passbook", "book", "book"}})};
    account.columns[0].role = "holder";
    account.columns[1].role = "account";
    account.columns[2].role = "kind";
    form.fields.push_back(account);
    Field papers = field("F1.90", FieldType::Papers);
    papers.columns = {
        field("name", FieldType::Text, Need::Must),
        with_options(field("state", FieldType::Choice, Need::Must),
                     {{"given", "given", "given"}, {"court", "court", "court"}, {"missing", "missing", "missing"}}),
        field("reason", FieldType::Text)};
    papers.columns[0].role = "name";
    papers.columns[1].role = "state";
    papers.columns[2].role = "reason";
    form.fields.push_back(papers);
    form.fields.push_back(
        with_options(field("F1.91", FieldType::Choice), {{"self", "self", ""}, {"helped", "helped", "helper"}}));
    form.fields.push_back(field("F1.92", FieldType::Signature, Need::Must));
    form.fields.push_back(field("F1.93", FieldType::Declaration, Need::Must));
    form.fields.push_back(field("F3.1", FieldType::Consent, Need::Must));
    form.fields.push_back(field("F3.2", FieldType::Consent));
    form.paths = {
        {ApplicantKind::Self, "self", "self", {{"F1.01"}, {"F1.06", "F1.03", "F1.05"}, {"F1.20"}, {"F1.93", "F1.92"}}}};
    return form;
}

inline Application sound_application() {
    Application out;
    out.answers["F1.01"] = {std::string("应𫖯安")};
    out.answers["F1.06"] = {std::string("330199198603140177")};
    out.answers["F1.09"] = {std::string("13800000001")};
    out.answers["F1.50"] = {std::string("3")};
    out.answers["F1.51"] = {RowList{{{"who", "self"}, {"income", "6000"}}, {{"who", "wife"}, {"income", "0"}}}};
    out.answers["F1.92"] = {Row{{"signed", "true"}, {"date", "2026-11-23"}}};
    out.answers["F1.93"] = {true};
    out.answers["F3.1"] = {true};
    return out;
}

}  // namespace courtyard::domain::test
