#include "core/backtest/sweepcolumns.h"

#include "core/backtest/emalanes.h"
#include "core/indicators/momentum.h"
#include "core/indicators/trend.h"
#include "core/indicators/volatility.h"

namespace bellwether {

class SweepColumns::Feed {
public:
    virtual ~Feed() = default;
    /// Writes the values of the rows [first, last).
    virtual void fill(const BarColumns &bars, std::size_t first, std::size_t last, double *out) = 0;
};

namespace {

/// A column whose step takes a bar and gives its value.
template <typename Base, typename Step> class StepFeed final : public Base {
public:
    explicit StepFeed(Step step) : m_step(std::move(step)) {}
    void fill(const BarColumns &bars, std::size_t first, std::size_t last, double *out) override
    {
        for (std::size_t row = first; row < last; ++row)
            *out++ = m_step(bars, row);
    }

private:
    Step m_step;
};

template <typename Base, typename Step> std::unique_ptr<Base> feedOf(Step step)
{
    return std::make_unique<StepFeed<Base, Step>>(std::move(step));
}

template <typename Base> std::unique_ptr<Base> bandFeed(const ColumnKey &key, bool isUpper)
{
    return feedOf<Base>([bands = Bollinger(key.a, key.x), isUpper](const BarColumns &bars, std::size_t row) mutable {
        const BandsValue value = bands.update(bars.close[row]);
        return isUpper ? value.upper : value.lower;
    });
}

template <typename Base> std::unique_ptr<Base> makeFeed(const ColumnKey &key)
{
    using Kind = ColumnKey::Kind;
    switch (key.kind) {
    case Kind::Ema:
    case Kind::EmaFromFirst:
        return nullptr;
    case Kind::Constant:
        return feedOf<Base>([x = key.x](const BarColumns &, std::size_t) { return x; });
    case Kind::Close:
        return feedOf<Base>([](const BarColumns &bars, std::size_t row) { return bars.close[row]; });
    case Kind::Sma:
        return feedOf<Base>([mean = Sma(key.a)](const BarColumns &bars, std::size_t row) mutable { return mean.update(bars.close[row]); });
    case Kind::VolumeRatio:
        return feedOf<Base>([mean = Sma(key.a)](const BarColumns &bars, std::size_t row) mutable {
            const double average = mean.update(bars.volume[row]);
            return average > 0 ? bars.volume[row] / average : 0.0;
        });
    case Kind::MacdLine:
        return feedOf<Base>([fast = Ema(key.a), slow = Ema(key.b)](const BarColumns &bars, std::size_t row) mutable {
            return fast.update(bars.close[row]) - slow.update(bars.close[row]);
        });
    case Kind::MacdHistogram:
        return feedOf<Base>([macd = Macd(key.a, key.b, key.c)](const BarColumns &bars, std::size_t row) mutable {
            return macd.update(bars.close[row]).histogram;
        });
    case Kind::BandUpper:
        return bandFeed<Base>(key, true);
    case Kind::BandLower:
        return bandFeed<Base>(key, false);
    case Kind::Rsi:
        return feedOf<Base>([rsi = Rsi(key.a)](const BarColumns &bars, std::size_t row) mutable { return rsi.update(bars.close[row]); });
    case Kind::SuperTrendSide:
        return feedOf<Base>([trend = SuperTrend(key.a, key.x)](const BarColumns &bars, std::size_t row) mutable {
            return trend.update(bars.high[row], bars.low[row], bars.close[row]).direction;
        });
    case Kind::ChannelUpper:
        return feedOf<Base>([channel = Donchian(key.a)](const BarColumns &bars, std::size_t row) mutable {
            return channel.update(bars.high[row], bars.low[row]).upper;
        });
    case Kind::ChannelLower:
        return feedOf<Base>([channel = Donchian(key.a)](const BarColumns &bars, std::size_t row) mutable {
            return channel.update(bars.high[row], bars.low[row]).lower;
        });
    case Kind::Adx:
        return feedOf<Base>([adx = Adx(key.a)](const BarColumns &bars, std::size_t row) mutable {
            return adx.update(bars.high[row], bars.low[row], bars.close[row]).adx;
        });
    }
    throw Fault(QStringLiteral("no column of this kind"));
}

} // namespace

/// The exponential averages, several at once.
struct SweepColumns::Emas {
    EmaLanes lanes;
    std::vector<std::size_t> columns; ///< of each average
    std::vector<double *> out;
};

SweepColumns::SweepColumns(std::vector<ColumnKey> keys)
    : m_keys(std::move(keys)), m_emas(std::make_unique<Emas>()), m_values(m_keys.size() * stride, notYet)
{
    std::sort(m_keys.begin(), m_keys.end());
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const ColumnKey &key = m_keys[i];
        m_feeds.push_back(makeFeed<Feed>(key));
        if (m_feeds.back())
            continue;
        m_emas->lanes.add(key.a, key.kind == ColumnKey::Kind::EmaFromFirst);
        m_emas->columns.push_back(i);
    }
}

SweepColumns::~SweepColumns() = default;
SweepColumns::SweepColumns(SweepColumns &&) noexcept = default;
SweepColumns &SweepColumns::operator=(SweepColumns &&) noexcept = default;

std::size_t SweepColumns::indexOf(const ColumnKey &key) const
{
    const auto found = std::lower_bound(m_keys.begin(), m_keys.end(), key);
    if (found == m_keys.end() || *found != key)
        throw Fault(QStringLiteral("a column that the sweep does not have"));
    return std::size_t(found - m_keys.begin());
}

void SweepColumns::advance(const BarColumns &bars, std::size_t first, std::size_t last)
{
    m_emas->out.clear();
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        double *values = m_values.data() + i * stride + lead;
        if (m_rows > 0)
            values[-1] = values[m_rows - 1];
        if (m_feeds[i])
            m_feeds[i]->fill(bars, first, last, values);
        else
            m_emas->out.push_back(values);
    }
    m_emas->lanes.fill(std::span(bars.close).subspan(first, last - first), m_emas->out);
    m_rows = last - first;
}

} // namespace bellwether
