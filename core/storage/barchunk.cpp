#include "core/storage/barchunk.h"

#include <bit>
#include <cstring>
#include <numeric>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

static_assert(std::endian::native == std::endian::little, "chunks are written little-endian");

constexpr std::array<char, 4> magic{'B', 'W', 'C', '1'};
constexpr std::size_t blockRows = 128;
constexpr std::uint8_t rawDoubles = 255;
constexpr int placesMax = 8;
constexpr unsigned packedBitsMax = 56; // what one unaligned 8-byte load holds at any bit offset
constexpr std::array<double, placesMax + 1> powers{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

std::uint64_t zigzag(std::int64_t value) { return (std::uint64_t(value) << 1) ^ std::uint64_t(value >> 63); }
std::int64_t unzigzag(std::uint64_t value) { return std::int64_t(value >> 1) ^ -std::int64_t(value & 1); }

// Multiply and fold eight bytes at a time: finds any change of a byte, costs a fraction of the decoding.
std::uint64_t checksumOf(const char *data, std::size_t size)
{
    std::uint64_t hash = 0x9e3779b97f4a7c15 ^ size;
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0xff51afd7ed558ccd;
        hash ^= hash >> 32;
    };
    std::size_t at = 0;
    for (; at + 8 <= size; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, data + at, 8);
        mix(word);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, data + at, size - at);
    mix(rest);
    return hash;
}

template <typename T> void put(QByteArray &bytes, T value) { bytes.append(reinterpret_cast<const char *>(&value), sizeof value); }

// 10^places times the number is a whole number that leads back to exactly this number.
bool fits(double value, int places)
{
    const double power = powers[std::size_t(places)];
    const double whole = std::nearbyint(value * power);
    return std::fabs(whole) < 9.0e15 && whole / power == value;
}

std::uint8_t placesOf(std::initializer_list<std::span<const double>> columns)
{
    int places = 0;
    for (const std::span<const double> column : columns) {
        for (const double value : column) {
            while (places <= placesMax && !fits(value, places))
                ++places;
            if (places > placesMax)
                return rawDoubles;
        }
    }
    // More places may take a large number out of range, so all of them are checked with the final count.
    for (const std::span<const double> column : columns) {
        for (const double value : column) {
            if (!fits(value, places))
                return rawDoubles;
        }
    }
    return std::uint8_t(places);
}

std::int64_t wholeOf(double value, int places) { return std::int64_t(std::nearbyint(value * powers[std::size_t(places)])); }

void putPacked(QByteArray &bytes, const std::vector<std::uint64_t> &values)
{
    for (std::size_t start = 0; start < values.size(); start += blockRows) {
        const std::size_t count = std::min(blockRows, values.size() - start);
        std::uint64_t all = 0;
        for (std::size_t i = 0; i < count; ++i)
            all |= values[start + i];
        unsigned width = unsigned(std::bit_width(all));
        if (width > packedBitsMax)
            width = 64;
        bytes.append(char(width));
        std::array<std::uint64_t, blockRows + 1> words{};
        for (std::size_t i = 0; i < count && width > 0; ++i) {
            const std::size_t bit = i * width;
            words[bit / 64] |= values[start + i] << (bit % 64);
            if (bit % 64 + width > 64)
                words[bit / 64 + 1] |= values[start + i] >> (64 - bit % 64);
        }
        bytes.append(reinterpret_cast<const char *>(words.data()), qsizetype((count * width + 7) / 8));
    }
}

// Reads what the functions above wrote. `isBroken` is set where the bytes end early; then zeros come back.
class ChunkReader {
public:
    // `tail` bytes behind `end` may be loaded, never used (the checksum stands there).
    ChunkReader(const char *data, const char *end) : m_at(data), m_end(end) {}

    template <typename T> T take()
    {
        T value{};
        if (std::size_t(m_end - m_at) < sizeof value) {
            m_isBroken = true;
            return value;
        }
        std::memcpy(&value, m_at, sizeof value);
        m_at += sizeof value;
        return value;
    }
    void takePacked(std::vector<std::uint64_t> &values, std::size_t count)
    {
        values.resize(count);
        for (std::size_t start = 0; start < count; start += blockRows) {
            const std::size_t rows = std::min(blockRows, count - start);
            const unsigned width = take<std::uint8_t>();
            const std::size_t size = (rows * width + 7) / 8;
            if (m_isBroken || width > 64 || (width > packedBitsMax && width < 64) || std::size_t(m_end - m_at) < size) {
                m_isBroken = true;
                return;
            }
            std::uint64_t *out = values.data() + start;
            if (width == 0) {
                std::fill_n(out, rows, 0);
            } else if (width == 64) {
                std::memcpy(out, m_at, size);
            } else {
                const std::uint64_t mask = (std::uint64_t(1) << width) - 1;
                std::size_t bit = 0;
                for (std::size_t i = 0; i < rows; ++i, bit += width) {
                    std::uint64_t word = 0;
                    std::memcpy(&word, m_at + bit / 8, 8);
                    out[i] = (word >> (bit % 8)) & mask;
                }
            }
            m_at += size;
        }
    }
    void takeDoubles(double *values, std::size_t count)
    {
        if (std::size_t(m_end - m_at) < count * sizeof(double)) {
            m_isBroken = true;
            return;
        }
        std::memcpy(values, m_at, count * sizeof(double));
        m_at += count * sizeof(double);
    }
    bool isBroken() const { return m_isBroken; }
    bool isAtEnd() const { return m_at == m_end; }

private:
    const char *m_at;
    const char *m_end;
    bool m_isBroken = false;
};

} // namespace

QByteArray encodeChunk(const BarColumns &bars, std::size_t first, std::size_t last)
{
    const std::size_t count = last - first;
    const auto part = [&](const std::vector<double> &column) { return std::span<const double>(column).subspan(first, count); };
    const auto open = part(bars.open);
    const auto high = part(bars.high);
    const auto low = part(bars.low);
    const auto close = part(bars.close);
    const auto volume = part(bars.volume);

    QByteArray bytes(magic.data(), magic.size());
    bytes.reserve(qsizetype(count * 10 + 64));
    put(bytes, std::uint32_t(count));
    put(bytes, std::int64_t(bars.closeTime[first].ns()));
    std::int64_t unit = 0;
    for (std::size_t row = first + 1; row < last; ++row)
        unit = std::gcd(unit, (bars.closeTime[row] - bars.closeTime[row - 1]).count());
    put(bytes, unit);
    std::vector<std::uint64_t> values(count, 0);
    for (std::size_t i = 1; i < count; ++i) // one less, so that a run without holes takes no bits
        values[i] = std::uint64_t((bars.closeTime[first + i] - bars.closeTime[first + i - 1]).count() / unit - 1);
    putPacked(bytes, values);

    const std::uint8_t places = placesOf({open, high, low, close});
    bytes.append(char(places));
    if (places == rawDoubles) {
        for (const auto column : {open, high, low, close})
            bytes.append(reinterpret_cast<const char *>(column.data()), qsizetype(count * sizeof(double)));
    } else {
        const auto relative = [&](std::span<const double> column, auto reference) {
            for (std::size_t i = 0; i < count; ++i)
                values[i] = zigzag(wholeOf(column[i], places) - reference(i));
            putPacked(bytes, values);
        };
        const auto whole = [&](double value) { return wholeOf(value, places); };
        relative(close, [&](std::size_t i) { return i == 0 ? 0 : whole(close[i - 1]); });
        relative(open, [&](std::size_t i) { return i == 0 ? whole(close[0]) : whole(close[i - 1]); });
        relative(high, [&](std::size_t i) { return std::max(whole(open[i]), whole(close[i])); });
        relative(low, [&](std::size_t i) { return std::min(whole(open[i]), whole(close[i])); });
    }
    const std::uint8_t volumePlaces = placesOf({volume});
    bytes.append(char(volumePlaces));
    if (volumePlaces == rawDoubles) {
        bytes.append(reinterpret_cast<const char *>(volume.data()), qsizetype(count * sizeof(double)));
    } else {
        for (std::size_t i = 0; i < count; ++i)
            values[i] = zigzag(wholeOf(volume[i], volumePlaces));
        putPacked(bytes, values);
    }
    put(bytes, checksumOf(bytes.constData(), std::size_t(bytes.size())));
    return bytes;
}

Result<void> decodeChunk(const QByteArray &chunk, BarColumns &bars)
{
    const auto corrupt = [](const QString &why) { return failure(ErrorCode::StoreCorrupt, why); };
    constexpr qsizetype overhead = 4 + 4 + 8 + 8 + 8;
    if (chunk.size() < overhead || std::memcmp(chunk.constData(), magic.data(), magic.size()) != 0)
        return corrupt(u"not a chunk of bars"_s);
    const std::size_t bodySize = std::size_t(chunk.size()) - 8;
    std::uint64_t checksum = 0;
    std::memcpy(&checksum, chunk.constData() + bodySize, 8);
    if (checksum != checksumOf(chunk.constData(), bodySize))
        return corrupt(u"the checksum does not fit"_s);
    ChunkReader reader(chunk.constData() + magic.size(), chunk.constData() + bodySize);
    const std::size_t count = reader.take<std::uint32_t>();
    const std::int64_t start = reader.take<std::int64_t>();
    const std::int64_t unit = reader.take<std::int64_t>();
    // Each row takes a share of a width byte at least, so a count far above the size cannot be right.
    if (count == 0 || count / blockRows > std::size_t(chunk.size()))
        return corrupt(u"the number of rows does not fit"_s);

    // Into columns that stay in the cache, and from there in one piece: room made with resize() would be filled with zeros
    // first, and all of the history goes through here.
    static thread_local BarColumns scratch;
    BarColumns &rows = scratch;
    rows.closeTime.resize(count);
    for (auto *column : {&rows.open, &rows.high, &rows.low, &rows.close, &rows.volume})
        column->resize(count);
    const auto misfit = [&] { return corrupt(u"the sizes do not fit"_s); };

    static thread_local std::vector<std::uint64_t> values;
    static thread_local std::vector<std::int64_t> opens;
    static thread_local std::vector<std::int64_t> closes;
    reader.takePacked(values, count);
    if (reader.isBroken())
        return misfit();
    std::uint64_t time = std::uint64_t(start);
    rows.closeTime[0] = Timestamp::fromNs(start);
    for (std::size_t i = 1; i < count; ++i) {
        time += (values[i] + 1) * std::uint64_t(unit);
        rows.closeTime[i] = Timestamp::fromNs(std::int64_t(time));
    }

    const std::uint8_t places = reader.take<std::uint8_t>();
    if (places == rawDoubles) {
        for (auto *column : {&rows.open, &rows.high, &rows.low, &rows.close})
            reader.takeDoubles(column->data(), count);
    } else if (places <= placesMax) {
        // Division, not multiplication by 0.01: only that rounds to the double the decimal was read as.
        const double power = powers[places];
        opens.resize(count);
        closes.resize(count);
        reader.takePacked(values, count);
        std::uint64_t last = 0;
        for (std::size_t i = 0; i < count; ++i) {
            last += std::uint64_t(unzigzag(values[i]));
            closes[i] = std::int64_t(last);
            rows.close[i] = double(closes[i]) / power;
        }
        reader.takePacked(values, count);
        for (std::size_t i = 0; i < count; ++i) {
            opens[i] = std::int64_t(std::uint64_t(unzigzag(values[i])) + std::uint64_t(closes[i == 0 ? 0 : i - 1]));
            rows.open[i] = double(opens[i]) / power;
        }
        reader.takePacked(values, count);
        for (std::size_t i = 0; i < count; ++i)
            rows.high[i] = double(std::int64_t(std::uint64_t(unzigzag(values[i])) + std::uint64_t(std::max(opens[i], closes[i])))) / power;
        reader.takePacked(values, count);
        for (std::size_t i = 0; i < count; ++i)
            rows.low[i] = double(std::int64_t(std::uint64_t(unzigzag(values[i])) + std::uint64_t(std::min(opens[i], closes[i])))) / power;
    } else {
        return misfit();
    }
    const std::uint8_t volumePlaces = reader.take<std::uint8_t>();
    if (volumePlaces == rawDoubles) {
        reader.takeDoubles(rows.volume.data(), count);
    } else if (volumePlaces <= placesMax) {
        const double power = powers[volumePlaces];
        reader.takePacked(values, count);
        for (std::size_t i = 0; i < count; ++i)
            rows.volume[i] = double(unzigzag(values[i])) / power;
    } else {
        return misfit();
    }
    if (reader.isBroken() || !reader.isAtEnd())
        return misfit();
    bars.append(rows, 0, count);
    return {};
}

} // namespace bellwether
