#include "app/bellwether-bench/btworkload.h"
#include "app/bellwether-bench/chartworkload.h"
#include "app/bellwether-bench/indworkload.h"
#include "app/bellwether-bench/sweepworkload.h"

#include <cstring>
#include <fstream>

using namespace bellwether;

namespace {

struct Workload {
    const char *name;
    bench::RunWorkload run;
};

constexpr Workload workloads[]{
    {"ind", bench::runIndicators},
    {"bt", bench::runBacktest},
    {"chart", bench::runChart},
    {"sweep", bench::runSweep},
};

// The file holds time (ms, UTC), open, high, low, close and volume as columns of native doubles, one after the other.
bool readBars(const char *path, BarColumns &bars)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return false;
    const auto count = std::size_t(file.tellg()) / (6 * sizeof(double));
    file.seekg(0);
    std::vector<double> time(count);
    for (std::vector<double> *column : {&time, &bars.open, &bars.high, &bars.low, &bars.close, &bars.volume}) {
        column->resize(count);
        file.read(reinterpret_cast<char *>(column->data()), std::streamsize(count * sizeof(double)));
    }
    bars.closeTime.reserve(count);
    for (const double ms : time)
        bars.closeTime.push_back(Timestamp::fromMs(std::int64_t(ms)));
    return bool(file) && count > 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3) {
        for (const Workload &workload : workloads) {
            if (std::strcmp(workload.name, argv[1]) != 0)
                continue;
            BarColumns bars;
            if (!readBars(argv[2], bars)) {
                std::fprintf(stderr, "bellwether-bench: %s cannot be read as six columns of doubles\n", argv[2]);
                return 3;
            }
            return workload.run(bars);
        }
    }
    std::fprintf(stderr, "usage: bellwether-bench WORKLOAD DATAFILE\nworkloads:");
    for (const Workload &workload : workloads)
        std::fprintf(stderr, " %s", workload.name);
    std::fprintf(stderr, "\n");
    return 2;
}
