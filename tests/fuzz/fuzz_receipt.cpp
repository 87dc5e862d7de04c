// Links: seal
// What people type and what scanners read: a code, a number, the last group.
#include "sync/seal/receipt.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed = base::as_text({data, size});
    const base::Result<seal::ReceiptNumber> number = seal::ReceiptNumber::parse(typed);
    if (number) COURTYARD_CHECK(seal::ReceiptNumber::parse(number->text)->text == number->text);
    const base::Result<seal::ReceiptSecret> receipt = seal::ReceiptSecret::parse(typed);
    if (!receipt) {
        COURTYARD_CHECK((receipt.error().code == "receipt.check") ==
                        !seal::ReceiptSecret::suspicious_groups(typed).empty());
        return 0;
    }
    const base::Result<seal::ReceiptSecret> again = seal::ReceiptSecret::parse(base::as_text(receipt->code().view()));
    COURTYARD_CHECK(again && seal::same_secret(again->secret(), receipt->secret()));
    COURTYARD_CHECK(!receipt->last_group_is(typed));
    return 0;
}
