// Links: seal
// What was scanned from a slip, one symbol to the line.
#include "sync/base/encoding.hpp"
#include "sync/seal/record.hpp"
#include "sync/seal/slip_symbols.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<std::string> scanned(1);
    for (const char character : base::as_text({data, size})) {
        if (character == '\n') {
            scanned.emplace_back();
        } else {
            scanned.back().push_back(character);
        }
    }
    const base::Result<base::Bytes> record = seal::join_symbols(scanned);
    const std::vector<int> missing = seal::missing_symbols(scanned);
    if (!record) return 0;
    COURTYARD_CHECK(missing.empty() && seal::parse_header(*record).has_value());
    const base::Result<std::vector<std::string>> again = seal::to_symbols(*record);
    COURTYARD_CHECK(again && *seal::join_symbols(*again) == *record);
    return 0;
}
