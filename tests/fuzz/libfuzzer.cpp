// The entry of libFuzzer; the target is named by BELLWETHER_FUZZ_TARGET.
#include "tests/fuzz/fuzztargets.h"

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bellwether::fuzz::Target *const target = [] {
        const auto *found = bellwether::fuzz::find(qgetenv("BELLWETHER_FUZZ_TARGET").toStdString());
        if (found == nullptr) {
            std::fputs("BELLWETHER_FUZZ_TARGET names no target; there are:", stderr);
            for (const auto &each : bellwether::fuzz::targets())
                std::fprintf(stderr, " %s", each.name.data());
            std::fputs("\n", stderr);
            std::exit(2);
        }
        return found;
    }();
    target->run(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
