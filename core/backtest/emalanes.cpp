#include "core/backtest/emalanes.h"

namespace bellwether {

namespace {

constexpr std::size_t lanes = 8;
typedef double Four __attribute__((vector_size(32)));

struct Lanes {
    alignas(64) double keep[lanes];
    alignas(64) double gain[lanes];
    alignas(64) double value[lanes];
    double *out[lanes];
};

struct FillLanes {
    Lanes &state;
    const double *values;
    std::size_t count;

    // Four rows of four averages are turned into four columns of four rows.
    static void store(double *const *out, std::size_t row, const Four (&v)[4])
    {
        const Four a = __builtin_shufflevector(v[0], v[1], 0, 4, 2, 6);
        const Four b = __builtin_shufflevector(v[0], v[1], 1, 5, 3, 7);
        const Four c = __builtin_shufflevector(v[2], v[3], 0, 4, 2, 6);
        const Four d = __builtin_shufflevector(v[2], v[3], 1, 5, 3, 7);
        const Four columns[4]{__builtin_shufflevector(a, c, 0, 1, 4, 5), __builtin_shufflevector(b, d, 0, 1, 4, 5),
                              __builtin_shufflevector(a, c, 2, 3, 6, 7), __builtin_shufflevector(b, d, 2, 3, 6, 7)};
        for (std::size_t lane = 0; lane < 4; ++lane)
            std::memcpy(out[lane] + row, &columns[lane], sizeof(Four));
    }

    void operator()() const
    {
        Four keep[2];
        Four gain[2];
        Four value[2];
        std::memcpy(keep, state.keep, sizeof keep);
        std::memcpy(gain, state.gain, sizeof gain);
        std::memcpy(value, state.value, sizeof value);
        std::size_t row = 0;
        for (; row + 4 <= count; row += 4) {
            Four low[4];
            Four high[4];
            for (std::size_t i = 0; i < 4; ++i) {
                const double x = values[row + i];
                low[i] = value[0] = value[0] * keep[0] + gain[0] * x;
                high[i] = value[1] = value[1] * keep[1] + gain[1] * x;
            }
            store(state.out, row, low);
            store(state.out + 4, row, high);
        }
        std::memcpy(state.value, value, sizeof value);
        for (std::size_t lane = 0; lane < lanes; ++lane)
            for (std::size_t rest = row; rest < count; ++rest)
                state.out[lane][rest] = state.value[lane] = state.value[lane] * state.keep[lane] + state.gain[lane] * values[rest];
    }
};

#if defined(__x86_64__)
// Without fused multiply-add on purpose: the values are those of the ordinary average.
[[gnu::target("avx2"), gnu::flatten]] void fillWide(const FillLanes &fill) { fill(); }

void run(const FillLanes &fill)
{
    static const bool isWide = __builtin_cpu_supports("avx2");
    isWide ? fillWide(fill) : fill();
}
#else
void run(const FillLanes &fill) { fill(); }
#endif

} // namespace

void EmaLanes::add(int period, bool startsWithFirst) { m_averages.push_back({checkedPeriod(period), startsWithFirst, 0, 0, notYet}); }

void EmaLanes::start(Average &average, std::span<const double> values, double *out)
{
    const double gain = 2.0 / (average.period + 1.0);
    const double keep = 1.0 - gain;
    for (const double x : values) {
        if (average.seen < average.period) {
            average.sum += x;
            if (average.startsWithFirst) {
                // The first close counts as the value before it, which is where the recursion starts.
                average.value = x * keep + gain * x;
                average.seen = average.period;
            } else if (++average.seen == average.period) {
                average.value = average.sum / average.period;
            }
        } else {
            average.value = average.value * keep + gain * x;
        }
        *out++ = average.value;
    }
}

void EmaLanes::fill(std::span<const double> values, std::span<double *const> out)
{
    Lanes group{};
    std::size_t members[lanes];
    std::size_t count = 0;
    alignas(64) double unused[4096];
    const auto flush = [&] {
        for (std::size_t lane = count; lane < lanes; ++lane) {
            group.keep[lane] = group.gain[lane] = group.value[lane] = 0;
            group.out[lane] = unused;
        }
        run({group, values.data(), values.size()});
        for (std::size_t lane = 0; lane < count; ++lane)
            m_averages[members[lane]].value = group.value[lane];
        count = 0;
    };
    if (values.size() > std::size(unused))
        throw Fault(QStringLiteral("a block of averages is too long"));
    for (std::size_t i = 0; i < m_averages.size(); ++i) {
        Average &average = m_averages[i];
        if (average.seen < average.period) {
            start(average, values, out[i]);
            continue;
        }
        group.gain[count] = 2.0 / (average.period + 1.0);
        group.keep[count] = 1.0 - group.gain[count];
        group.value[count] = average.value;
        group.out[count] = out[i];
        members[count] = i;
        if (++count == lanes)
            flush();
    }
    if (count > 0)
        flush();
}

} // namespace bellwether
