// Blank forms, drawn from the pack's own definition of the form: what the court changes there changes here. Each row
// bears the code under which the kiosk asks the same thing, in the order in which it asks, so that whoever types a
// filled form in never has to look for the next line.
#include <algorithm>

#include "app/domain/form.hpp"
#include "app/printing/frame.hpp"

namespace courtyard::printing {

namespace {

using domain::Field;
using domain::FieldType;
using paper::Cell;

constexpr std::size_t kWordsMax = 24;  // more to choose from (peoples) are written
constexpr int kEmptyRows = 5;
constexpr int kStoryLines = 8;
constexpr const char* kBox = "\xE2\x96\xA1 ";  // an empty square: no word

class FormPaper {
public:
    FormPaper(const pack::Pack& pack, paper::Document& document) : pack_(pack), document_(document) {}

    void row(const Field& field) {
        paper::Row row;
        row.code = field.code;
        row.label = field.label;
        row.need = need(field);
        row.cells.emplace_back(paper::Note{field.ask});
        if (field.type == FieldType::Rows)
            rows(field, row.cells);
        else if (field.type == FieldType::Papers)
            papers(field, row.cells);
        else if (!field.columns.empty() && field.type != FieldType::IdDocument)
            for (const Field& column : field.columns)
                cells(column, say(column), row.cells);
        else
            cells(field, {}, row.cells);
        also(field, row.cells);
        document_.blocks.emplace_back(std::move(row));
    }

    // Consents, in the words of their document, each with boxes of its own.
    void consent(const Field& field) {
        paper::Row row;
        row.code = field.code;
        row.label = field.label;
        row.need = need(field);
        const std::string_view whole = pack_.consent_text(field.code);
        row.cells.emplace_back(paper::Note{whole.empty() ? field.ask : std::string(whole)});
        cells(field, {}, row.cells);
        document_.blocks.emplace_back(std::move(row));
    }

    // A row of a paper that no screen asks for.
    void plain(const char* code, const std::string& label, const std::string& value = {}) {
        paper::Row row;
        row.code = code;
        row.label = label;
        if (value.empty())
            row.cells.emplace_back(paper::Line{});
        else
            row.cells.emplace_back(paper::Note{value});
        document_.blocks.emplace_back(std::move(row));
    }

private:
    [[nodiscard]] std::string word(const char* key) const {
        return pack_.words.text(std::string("printed.form.") + key);
    }
    static std::string say(const Field& column) { return column.label.empty() ? column.code : column.label; }

    [[nodiscard]] std::string need(const Field& field) const {
        if (field.show) return word("if_so");
        switch (field.need) {
            case domain::Need::Must: return word("must");
            case domain::Need::When: return word("when");
            case domain::Need::Optional: return word("may");
        }
        return {};
    }

    static std::vector<std::string> options(const Field& field) {
        std::vector<std::string> all;
        for (const domain::Option& option : field.options)
            all.push_back(option.say);
        return all;
    }

    // Which document it is: its own options, or those of its part.
    static std::vector<std::string> types_of(const Field& field) {
        if (!field.options.empty()) return options(field);
        for (const Field& column : field.columns)
            if (!column.options.empty()) return options(column);
        return {};
    }

    [[nodiscard]] paper::Dated dated(const std::string& caption) const {
        return {caption, {4, 2, 2}, {word("year"), word("month"), word("day")}};
    }

    void choices(const Field& field, const std::string& caption, std::vector<Cell>& out) const {
        auto all = options(field);
        if (all.size() > kWordsMax) {
            out.emplace_back(paper::Line{caption});
            return;
        }
        out.emplace_back(paper::Choices{caption, std::move(all)});
        if (field.other_words == domain::OtherWords::Accepted) out.emplace_back(paper::Line{word("other")});
    }

    // One question, or one part of one.
    void cells(const Field& field, const std::string& caption, std::vector<Cell>& out) const {
        switch (field.type) {
            case FieldType::Name:
            case FieldType::Area:
            case FieldType::CaseNumber: out.emplace_back(paper::Line{caption}); break;
            case FieldType::Text:
                if (field.role == "account")
                    out.emplace_back(paper::Squares{caption, 19});
                else
                    out.emplace_back(paper::Line{caption});
                break;
            case FieldType::LongText: out.emplace_back(paper::Lines{kStoryLines}); break;
            case FieldType::Choice: choices(field, caption, out); break;
            case FieldType::Multi:
                out.emplace_back(paper::Note{word("several")});
                choices(field, caption, out);
                break;
            case FieldType::YesNo: out.emplace_back(paper::Choices{caption, {pack_.form.yes, pack_.form.no}}); break;
            case FieldType::YesNoUnknown:
                out.emplace_back(paper::Choices{caption, {pack_.form.yes, pack_.form.no, pack_.form.unknown}});
                break;
            case FieldType::Date: out.emplace_back(dated(caption)); break;
            case FieldType::IdDocument:
                if (const auto all = types_of(field); !all.empty()) out.emplace_back(paper::Choices{{}, all});
                out.emplace_back(paper::Squares{caption.empty() ? word("number") : caption, 18});
                break;
            case FieldType::Phone: out.emplace_back(paper::Squares{caption, 12}); break;
            case FieldType::Money:
                out.emplace_back(paper::Line{caption.empty() ? word("money") : caption + word("money_of")});
                break;
            case FieldType::Integer:
                out.emplace_back(paper::Squares{caption, static_cast<int>(std::to_string(field.most()).size())});
                break;
            case FieldType::Declaration: out.emplace_back(paper::Choices{caption, {word("yes")}}); break;
            case FieldType::Consent:
                out.emplace_back(paper::Choices{caption, {word("agree"), word("disagree")}});
                break;
            case FieldType::Signature:
                out.emplace_back(paper::Line{word("signature")});
                out.emplace_back(dated(word("date")));
                break;
            case FieldType::Group:
            case FieldType::Rows:
            case FieldType::Papers:
            case FieldType::BankAccount: break;  // by their columns
        }
    }

    void also(const Field& field, std::vector<Cell>& out) const {
        if (!field.also.empty()) out.emplace_back(paper::Choices{word("or"), field.also});
    }

    // Empty lines; what may be written into a column stands below.
    void rows(const Field& field, std::vector<Cell>& out) const {
        paper::Table table;
        for (const Field& column : field.columns) {
            table.heads.push_back(say(column));
            const bool wide = column.type == FieldType::IdDocument;
            const bool middle = column.type == FieldType::Name || column.type == FieldType::Date;
            table.shares.push_back(wide ? 2.6 : middle ? 1.5 : 1);
        }
        const auto most = static_cast<int>(std::min<std::int64_t>(field.most(), kEmptyRows));
        table.rows.assign(static_cast<std::size_t>(most), {});
        out.emplace_back(std::move(table));
        for (const Field& column : field.columns) {
            if (column.options.empty() || column.options.size() > kWordsMax) continue;
            std::string legend = say(column) + word("fill");
            for (std::size_t i = 0; i < column.options.size(); ++i)
                legend += (i > 0 ? word("between") : std::string()) + column.options[i].say;
            out.emplace_back(paper::Note{legend});
        }
    }

    // One line for each paper that the court's list names, with a box for each thing that can be said of it.
    void papers(const Field& field, std::vector<Cell>& out) const {
        const Field* name = field.column_of_role("name");
        const Field* state = field.column_of_role("state");
        const Field* reason = field.column_of_role("reason");
        if (name == nullptr || state == nullptr) return;
        paper::Table table;
        table.heads = {say(*name), say(*state), reason != nullptr ? say(*reason) : std::string()};
        table.shares = {2.0, 3.3, 1.2};
        std::string boxes;
        for (const domain::Option& option : state->options)
            boxes += (boxes.empty() ? "" : "  ") + std::string(kBox) + option.say;
        for (const domain::Option& option : name->options)
            table.rows.push_back({option.say, boxes, {}});
        out.emplace_back(std::move(table));
    }

    const pack::Pack& pack_;
    paper::Document& document_;
};

// Codes in the order of the kiosk's questions for this kind of applicant, those of one form only.
std::vector<const Field*> in_order(const domain::FormDefinition& form, domain::ApplicantKind kind,
                                   std::string_view prefix) {
    std::vector<const Field*> all;
    if (const domain::Path* path = form.path(kind)) {
        for (const auto& step : path->steps) {
            for (const std::string& code : step) {
                if (!code.starts_with(prefix)) continue;
                if (const Field* field = form.field(code)) all.push_back(field);
            }
        }
    }
    return all;
}

std::string title_of(const domain::FormDefinition& form, const std::string& section) {
    for (const domain::Section& one : form.sections)
        if (one.id == section) return one.title;
    return {};
}

paper::Document sheet_of(const pack::Pack& pack, const Place& place, const std::string& title) {
    paper::Document document = framed(pack, place, title, Sheet::Page, {});
    document.letters = paper::Letters::Small;
    return document;
}

}  // namespace

paper::Document form_paper(const pack::Pack& pack, const Place& place, const Order& order) {
    paper::Document document = sheet_of(pack, place, pack.form.title);
    const domain::Path* path = pack.form.path(order.kind);
    if (path != nullptr)
        document.blocks.emplace_back(paper::Paragraph{path->title + pack.words.text("printed.form.stop") + path->say});
    document.blocks.emplace_back(paper::Notice{pack.words.text("printed.form.how")});
    FormPaper form(pack, document);
    std::string section;
    for (const Field* field : in_order(pack.form, order.kind, "F1.")) {
        if (field->section != section) {
            section = field->section;
            document.blocks.emplace_back(paper::Heading{title_of(pack.form, section)});
        }
        form.row(*field);
    }
    document.blocks.emplace_back(paper::Gap{0.5});
    close(pack, document, {"printed.form.back", "slip.foot_safe"});
    return document;
}

paper::Document notice_form_paper(const pack::Pack& pack, const Place& place, const Order& order) {
    paper::Document document = sheet_of(pack, place, pack.words.text("printed.f2.title"));
    FormPaper form(pack, document);
    form.plain("F2.01", pack.words.text("printed.f2.01"));
    std::string office = place.court;
    for (const char* id : {"judge", "aid_office"})
        if (const pack::Contact* contact = pack.contact(id)) office += "\n" + contact->name + "  " + contact->number;
    form.plain("F2.02", pack.words.text("printed.f2.02"), office);
    form.plain("F2.03", pack.words.text("printed.f2.03"));
    form.plain("F2.04", pack.words.text("printed.f2.04"));
    for (const std::string& id : words_of_list(pack.words.text("printed.f2.topics"))) {
        const pack::Topic* topic = pack.topic(id);
        if (topic == nullptr) continue;
        document.blocks.emplace_back(paper::Heading{topic->title});
        for (const std::string& paragraph : topic->body)
            document.blocks.emplace_back(paper::Paragraph{paragraph});
    }
    document.blocks.emplace_back(paper::Heading{pack.notice.title});
    for (const std::string& paragraph : pack.notice.paragraphs)
        document.blocks.emplace_back(paper::Paragraph{paragraph});
    document.blocks.emplace_back(paper::Heading{pack.words.text("printed.f2.signed")});
    for (const Field* field : in_order(pack.form, order.kind, "F2."))
        form.row(*field);
    if (const Field* signature = pack.form.field("F1.92")) form.row(*signature);
    return document;
}

paper::Document consent_form_paper(const pack::Pack& pack, const Place& place, const Order& order) {
    paper::Document document = sheet_of(pack, place, pack.consent.title);
    for (const std::string& paragraph : pack.consent.paragraphs)
        document.blocks.emplace_back(paper::Paragraph{paragraph});
    FormPaper form(pack, document);
    for (const Field* field : in_order(pack.form, order.kind, "F3."))
        form.consent(*field);
    document.blocks.emplace_back(paper::Gap{0.6});
    if (const Field* signature = pack.form.field("F1.92")) form.row(*signature);
    close(pack, document, {"printed.form.back", "slip.foot_safe"});
    return document;
}

}  // namespace courtyard::printing
