#include "app/printing/order.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "app/pack/screening_json.hpp"

namespace courtyard::printing {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 7> kNames = {"receipt", "screening", "topic", "ticket",
                                                    "leaflet", "form",      "test"};
constexpr std::size_t kSymbolsMax = 64;
constexpr std::size_t kSymbolBytesMax = 2000;

auto wrong(const std::string& what) { return base::fail("print.order", "the order to print is damaged: " + what); }

base::Result<std::vector<std::string>> texts(const Json& json, const char* key) {
    std::vector<std::string> all;
    const auto list = json.find(key);
    if (list == json.end()) return all;
    if (!list->is_array() || list->size() > kSymbolsMax) return wrong(key);
    for (const Json& one : *list) {
        if (!one.is_string() || one.get_ref<const std::string&>().size() > kSymbolBytesMax) return wrong(key);
        all.push_back(one.get<std::string>());
    }
    return all;
}

std::string text(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::int64_t number(const Json& json, const char* key, std::int64_t otherwise) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : otherwise;
}

}  // namespace

std::string_view name_of(What what) { return kNames[static_cast<std::size_t>(what)]; }

std::string write_order(const Order& order) {
    Json json{{"what", name_of(order.what)}, {"id", order.id}, {"kind", domain::id(order.kind)}, {"at", order.at.ms}};
    if (order.what == What::Receipt) {
        json["receipt"] = {{"number", order.receipt.number},     {"code", order.receipt.code},
                           {"symbol", order.receipt.symbol},     {"symbols", order.receipt.symbols},
                           {"filed", order.receipt.filed.ms},    {"papers", order.receipt.papers},
                           {"pictures", order.receipt.pictures}, {"again", order.receipt.again}};
    }
    if (order.what == What::Screening) {
        json["answers"] = pack::write_screening_answers(order.answers);
        json["needs"] = order.needs;
    }
    if (order.what == What::Ticket) json["symbols"] = order.symbols;
    return json.dump();
}

base::Result<Order> parse_order(std::string_view text_of_it) {
    if (text_of_it.size() > kOrderBytesMax) return wrong("it is too long");
    const Json json = Json::parse(text_of_it, nullptr, false);
    if (!json.is_object()) return wrong("it is no JSON object");
    Order order;
    const std::string what = text(json, "what");
    const auto* const name = std::find(kNames.begin(), kNames.end(), what);
    if (name == kNames.end()) return wrong("what");
    order.what = static_cast<What>(name - kNames.begin());
    order.id = text(json, "id");
    if (const std::string kind = text(json, "kind"); !kind.empty()) {
        const auto known = domain::applicant_kind(kind);
        if (!known) return wrong("kind");
        order.kind = *known;
    }
    order.at = base::Instant{number(json, "at", 0)};
    if (order.what == What::Receipt) {
        const auto found = json.find("receipt");
        if (found == json.end() || !found->is_object()) return wrong("receipt");
        ReceiptFacts& receipt = order.receipt;
        receipt.number = text(*found, "number");
        receipt.code = text(*found, "code");
        receipt.symbol = text(*found, "symbol");
        receipt.symbols = TRY(texts(*found, "symbols"));
        receipt.filed = base::Instant{number(*found, "filed", 0)};
        receipt.papers = number(*found, "papers", -1);
        receipt.pictures = number(*found, "pictures", 0);
        receipt.again = found->value("again", false);
        if (receipt.number.empty() || receipt.code.empty() || receipt.symbol.empty()) return wrong("receipt");
    }
    if (order.what == What::Screening) {
        auto answers = pack::parse_screening_answers(text(json, "answers"));
        if (!answers) return wrong("answers");
        order.answers = *answers;
        for (std::string& need : TRY(texts(json, "needs")))
            order.needs.insert(std::move(need));
    }
    if (order.what == What::Ticket) {
        order.symbols = TRY(texts(json, "symbols"));
        if (order.symbols.empty()) return wrong("symbols");
    }
    return order;
}

void wipe(Order& order) noexcept {
    base::wipe(order.id);
    base::wipe(order.receipt.number);
    base::wipe(order.receipt.code);
    base::wipe(order.receipt.symbol);
    for (auto* list : {&order.receipt.symbols, &order.symbols}) {
        for (std::string& symbol : *list)
            base::wipe(symbol);
    }
    order = Order{};
}

}  // namespace courtyard::printing
