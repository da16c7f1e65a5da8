#include "core/storage/barfile.h"

#include "core/market/baraggregator.h"
#include "core/storage/barfileshape.h"
#include "core/storage/filebytes.h"

#include <charconv>
#include <numeric>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr double levelJumpFactor = 10;
constexpr double priceStepShare = 0.3;
constexpr std::size_t frozenRunMin = 10;

struct ValueField {
    QStringView name;
    int BarFileShape::*field;
};
constexpr std::array valueFields{ValueField{u"open", &BarFileShape::open}, ValueField{u"high", &BarFileShape::high},
                                 ValueField{u"low", &BarFileShape::low}, ValueField{u"close", &BarFileShape::close},
                                 ValueField{u"volume", &BarFileShape::volume}};

// A fault of one row: its kind and what to tell about it. `field` is empty where the whole row is meant.
struct RowFault {
    BarFaultKind kind;
    QStringView field;
    QString detail;

    QString toText() const { return field.isEmpty() ? detail : u"field '%1': %2"_s.arg(field, detail); }
};

QString numberText(double value) { return QString::number(value, 'g', 10); }

class BarFileReader {
public:
    BarFileReader(const QString &path, const BarFileOptions &options) : m_options(options) { m_file.path = path; }

    Result<BarFile> read();

private:
    Result<void> readRows(std::string_view text);
    Result<void> takeRow(std::string_view row, std::int64_t line);
    std::optional<RowFault> readValues(std::array<double, 5> &values);
    std::optional<RowFault> checkValues(const std::array<double, 5> &values);
    Result<void> note(const RowFault &fault, std::int64_t line);
    Result<void> sortRows();
    Result<void> chooseTimeframe();
    void stampAtClose();
    void findSteps();
    void describe(const FileBytes &bytes);

    const BarFileOptions &m_options;
    BarFile m_file;
    BarFileShape m_shape;
    std::vector<std::string_view> m_fields;
    std::vector<std::int64_t> m_lines; ///< of each accepted bar
};

Result<BarFile> BarFileReader::read()
{
    auto bytes = readFileBytes(m_file.path);
    if (!bytes)
        return failure(bytes.error());
    std::string_view text(bytes->bytes.constData(), std::size_t(bytes->bytes.size()));
    if (text.substr(0, 3) == "\xef\xbb\xbf")
        text.remove_prefix(3);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return failure(ErrorCode::BadData, u"%1: the file is empty"_s.arg(m_file.path));
    if (text.find('\0') != std::string_view::npos)
        return failure(ErrorCode::BadData, u"%1: not a text file of bars"_s.arg(m_file.path));
    auto shape = detectShape(m_file.path, text, m_options);
    if (!shape)
        return failure(shape.error());
    m_shape = std::move(*shape);
    if (auto rows = readRows(text); !rows)
        return failure(rows.error());
    if (m_file.quality.rows == 0)
        return failure(ErrorCode::BadData, u"%1: no data rows"_s.arg(m_file.path));
    if (auto sorted = sortRows(); !sorted)
        return failure(sorted.error());
    if (auto chosen = chooseTimeframe(); !chosen)
        return failure(chosen.error());
    findSteps();
    QualityReport &quality = m_file.quality;
    quality.accepted = std::int64_t(m_file.bars.size());
    quality.step = m_file.step;
    stampAtClose();
    if (!m_file.bars.isEmpty()) {
        quality.from = openTimeOf(m_file.bars.closeTime.front(), m_file.step, m_shape.calendar);
        quality.to = openTimeOf(m_file.bars.closeTime.back(), m_file.step, m_shape.calendar);
    }
    quality.gaps = findGaps(m_file.bars, m_file.step, m_shape.calendar);
    for (const BarGap &gap : quality.gaps)
        quality.missing += gap.missing;
    describe(*bytes);
    if (m_options.keepText) {
        m_file.header = m_shape.header;
        m_file.delimiter = m_shape.isJson ? ',' : m_shape.delimiter;
    }
    return std::move(m_file);
}

Result<void> BarFileReader::readRows(std::string_view text)
{
    const std::size_t total = text.size();
    m_file.bars.reserve(total / 80);
    std::string_view rest = text;
    std::string_view row;
    std::int64_t line = 0;
    if (m_shape.isJson) {
        rest.remove_prefix(rest.find('[') + 1);
    } else if (m_shape.hasHeader) {
        while (nextLine(rest, row)) {
            ++line;
            if (row.find_first_not_of(" \t") != std::string_view::npos)
                break;
        }
    }
    while (true) {
        ++line;
        if (line % 4'096 == 0) {
            if (m_options.isCancelled && m_options.isCancelled->load(std::memory_order_relaxed))
                return failure(ErrorCode::Cancelled, u"%1: reading was cancelled"_s.arg(m_file.path));
            if (m_options.progress)
                m_options.progress(1.0 - double(rest.size()) / double(total));
        }
        if (m_shape.isJson) {
            const auto hasRow = nextJsonRow(rest, row, m_fields);
            if (!hasRow)
                return failure(ErrorCode::BadData, u"%1:%2: %3"_s.arg(m_file.path).arg(line).arg(hasRow.error().detail));
            if (!*hasRow)
                return {};
        } else {
            if (!nextLine(rest, row))
                return {};
            if (row.find_first_not_of(" \t") == std::string_view::npos)
                continue;
            if (!splitFields(row, m_shape.delimiter, m_fields)) {
                ++m_file.quality.rows;
                if (auto noted = note({BarFaultKind::FieldCount, {}, u"a quote is not closed"_s}, line); !noted)
                    return noted;
                continue;
            }
        }
        if (auto taken = takeRow(row, line); !taken)
            return taken;
    }
}

Result<void> BarFileReader::takeRow(std::string_view row, std::int64_t line)
{
    ++m_file.quality.rows;
    if (m_fields.size() != m_shape.fieldCount) {
        // Empty cells at the end of a row are a habit of spreadsheets, not a fault.
        while (m_fields.size() > m_shape.fieldCount && m_fields.back().empty())
            m_fields.pop_back();
        if (m_fields.size() != m_shape.fieldCount) {
            return note({BarFaultKind::FieldCount, {},
                         u"expected %1 fields, found %2"_s.arg(m_shape.fieldCount).arg(m_fields.size())},
                        line);
        }
    }
    const std::string_view date = m_fields[std::size_t(m_shape.time)];
    const std::string_view clock = m_shape.clock >= 0 ? m_fields[std::size_t(m_shape.clock)] : std::string_view();
    if (date.empty())
        return note({BarFaultKind::BlankDate, u"time", u"is empty"_s}, line);
    const auto stamp = readTime(date, clock, m_shape.layout, m_shape.zone);
    if (!stamp) {
        return note({BarFaultKind::BadTime, u"time",
                     u"'%1' is not a time like %2"_s.arg(excerpt(clock.empty() ? date : std::string_view(date.data(), std::size_t(clock.data() + clock.size() - date.data()))),
                                                         toString(m_shape.layout))},
                    line);
    }
    std::array<double, 5> values{};
    if (const auto fault = readValues(values))
        return note(*fault, line);
    if (const auto fault = checkValues(values))
        return note(*fault, line);
    const double divisor = m_shape.priceDivisor;
    if (divisor != 1) {
        for (std::size_t i = 0; i < 4; ++i)
            values[i] /= divisor;
    }
    m_file.bars.append(BarPoint{*stamp, values[0], values[1], values[2], values[3], values[4]});
    m_lines.push_back(line);
    if (m_options.keepText)
        m_file.rowTexts.emplace_back(row);
    if (values[4] == 0)
        ++m_file.quality.zeroVolume;
    return {};
}

// The numbers of the row; a missing volume column reads as zero.
std::optional<RowFault> BarFileReader::readValues(std::array<double, 5> &values)
{
    std::size_t empty = 0;
    std::optional<RowFault> fault;
    for (std::size_t i = 0; i < valueFields.size(); ++i) {
        const int column = m_shape.*(valueFields[i].field);
        if (column < 0)
            continue;
        const std::string_view text = m_fields[std::size_t(column)];
        if (text.empty()) {
            ++empty;
            if (!fault)
                fault = RowFault{BarFaultKind::EmptyValues, valueFields[i].name, u"is empty"_s};
            continue;
        }
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), values[i]);
        if (fault)
            continue;
        if (error == std::errc::result_out_of_range)
            fault = RowFault{BarFaultKind::BadNumber, valueFields[i].name, u"'%1' is out of range"_s.arg(excerpt(text))};
        else if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(values[i]))
            fault = RowFault{BarFaultKind::BadNumber, valueFields[i].name, u"'%1' is not a number"_s.arg(excerpt(text))};
    }
    return fault;
}

std::optional<RowFault> BarFileReader::checkValues(const std::array<double, 5> &values)
{
    const auto [open, high, low, close, volume] = values;
    if (open > 0 && high >= open && high >= close && low > 0 && low <= open && low <= close && volume >= 0)
        return std::nullopt;
    if (open == 0 && high == 0 && low == 0 && close == 0)
        return RowFault{BarFaultKind::ZeroRow, u"close", u"all prices are 0"_s};
    for (std::size_t i = 0; i < 4; ++i) {
        if (values[i] < 0) {
            return RowFault{BarFaultKind::NegativePrice, valueFields[i].name,
                            u"%1 is not a price above zero"_s.arg(numberText(values[i]))};
        }
    }
    for (std::size_t i = 0; i < 4; ++i) {
        if (values[i] == 0)
            return RowFault{BarFaultKind::ZeroPrice, valueFields[i].name, u"0 is not a price above zero"_s};
    }
    if (volume < 0) {
        return RowFault{BarFaultKind::NegativeVolume, u"volume",
                        u"%1 is not a volume of zero or more"_s.arg(numberText(volume))};
    }
    const QStringView field = high < low ? u"high" : (open > high || open < low) ? u"open" : u"close";
    const double value = field == u"high" ? high : field == u"open" ? open : close;
    return RowFault{BarFaultKind::HighLowBroken, field,
                    high < low ? u"%1 is below the low %2"_s.arg(numberText(value), numberText(low))
                               : u"%1 is outside low %2 to high %3"_s.arg(numberText(value), numberText(low), numberText(high))};
}

// A refused row ends strict reading; otherwise it is listed. Warnings are always listed.
Result<void> BarFileReader::note(const RowFault &fault, std::int64_t line)
{
    if (isRefused(fault.kind) && !m_options.collectFaults) {
        return failure(fault.kind == BarFaultKind::BadNumber ? ErrorCode::InvalidNumber : ErrorCode::BadData,
                       u"%1:%2: %3"_s.arg(m_file.path).arg(line).arg(fault.toText()));
    }
    FaultGroup &group = m_file.quality.faults[fault.kind];
    if (group.lines.empty())
        group.firstDetail = fault.toText();
    group.lines.push_back(line);
    if (fault.kind == BarFaultKind::HighLowBroken)
        ++m_file.quality.badOhlc;
    return {};
}

Result<void> BarFileReader::sortRows()
{
    BarColumns &bars = m_file.bars;
    const std::vector<Timestamp> &times = bars.closeTime;
    if (std::adjacent_find(times.begin(), times.end(), std::greater_equal<>()) == times.end())
        return {};
    std::vector<std::size_t> order(bars.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const bool isNewestFirst = bars.size() > 1 && std::is_sorted(times.rbegin(), times.rend()) && times.front() > times.back();
    if (isNewestFirst) {
        std::reverse(order.begin(), order.end());
        m_shape.name += u", newest row first"_s;
    } else {
        for (std::size_t row = 1; row < bars.size(); ++row) {
            if (times[row] >= times[row - 1])
                continue;
            ++m_file.quality.outOfOrder;
            const QString detail = u"%1 is before the row above, %2"_s.arg(toIsoString(times[row]), toIsoString(times[row - 1]));
            if (!m_options.collectFaults) {
                return failure(ErrorCode::BadData,
                               u"%1:%2: field 'time': %3"_s.arg(m_file.path).arg(m_lines[row]).arg(detail));
            }
            if (auto noted = note({BarFaultKind::OutOfOrder, u"time", detail}, m_lines[row]); !noted)
                return noted;
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return times[a] < times[b]; });
    }
    BarColumns sorted;
    sorted.reserve(bars.size());
    std::vector<std::int64_t> lines;
    std::vector<std::string> texts;
    for (const std::size_t row : order) {
        const BarPoint point = bars.point(row);
        if (!sorted.isEmpty() && sorted.closeTime.back() == point.closeTime) {
            ++m_file.quality.duplicates;
            const BarPoint kept = sorted.point(sorted.size() - 1);
            const bool isSame = kept.open == point.open && kept.high == point.high && kept.low == point.low
                && kept.close == point.close && kept.volume == point.volume;
            const QString detail = u"%1 is there before, in line %2%3"_s.arg(toIsoString(point.closeTime)).arg(lines.back())
                                       .arg(isSame ? QString() : u", with other values"_s);
            if (auto noted = note({isSame ? BarFaultKind::Duplicate : BarFaultKind::Conflict, u"time", detail}, m_lines[row]); !noted)
                return noted;
            continue;
        }
        sorted.append(point);
        lines.push_back(m_lines[row]);
        if (m_options.keepText)
            texts.push_back(std::move(m_file.rowTexts[row]));
    }
    bars = std::move(sorted);
    m_lines = std::move(lines);
    m_file.rowTexts = std::move(texts);
    return {};
}

Result<void> BarFileReader::chooseTimeframe()
{
    const std::vector<Timestamp> &times = m_file.bars.closeTime;
    m_file.step = usualStep(times);
    const bool isDaily = m_file.step >= durationOf(Timeframe::D1);
    if (m_options.timeframe) {
        const Duration asked = durationOf(*m_options.timeframe);
        // A thin daily series may have no two neighbours a day apart.
        const bool fits = m_file.step.count() == 0 || m_file.step == asked || (*m_options.timeframe == Timeframe::D1 && isDaily);
        if (!fits) {
            return failure(ErrorCode::BadData, u"%1: the rows are %2 s apart, which is not timeframe %3"_s.arg(m_file.path)
                                                   .arg(m_file.step.count() / 1'000'000'000)
                                                   .arg(toString(*m_options.timeframe)));
        }
        m_file.timeframe = m_options.timeframe;
        m_file.step = asked;
        return {};
    }
    if (m_file.step.count() == 0) {
        const Timestamp local = times.empty() ? Timestamp() : times.front() + (utcMidnight(2000, 1, 1) - m_shape.zone.toUtc(utcMidnight(2000, 1, 1)));
        if (times.empty() || local.ns() % durationOf(Timeframe::D1).count() != 0) {
            if (times.empty())
                return {};
            return failure(ErrorCode::BadData, u"%1: one row does not tell the timeframe; give it"_s.arg(m_file.path));
        }
        m_file.step = durationOf(Timeframe::D1);
    }
    for (const Timeframe timeframe : allTimeframes) {
        if (durationOf(timeframe) == m_file.step)
            m_file.timeframe = timeframe;
    }
    return {};
}

void BarFileReader::stampAtClose()
{
    std::vector<Timestamp> &times = m_file.bars.closeTime;
    if (m_shape.isStampClose) {
        // Binance ends its bars one unit before the next opens.
        for (Timestamp &time : times) {
            if ((time.ns() + 1'000'000) % 1'000'000'000 == 0)
                time = time + std::chrono::milliseconds(1);
        }
        return;
    }
    const bool hasSessions = m_shape.calendar && !m_shape.calendar->isAlwaysOpen();
    const bool isByDay = m_file.timeframe && !isIntraday(*m_file.timeframe);
    const Duration step = std::min(m_file.step, Duration(std::chrono::hours(24 * 366))); // rows centuries apart are no bars of centuries
    for (Timestamp &time : times) {
        if (hasSessions && isByDay) {
            const std::int64_t day = m_shape.calendar->localDay(time);
            std::int64_t last = day;
            if (*m_file.timeframe == Timeframe::W1) {
                for (std::int64_t next = day; next < day + 7 - ((day + 3) % 7 + 7) % 7; ++next) {
                    if (m_shape.calendar->isTradingDay(next))
                        last = next;
                }
            }
            const std::vector<Session> sessions = m_shape.calendar->sessionsOn(last);
            if (!sessions.empty()) {
                time = sessions.back().close;
                continue;
            }
            time = m_shape.calendar->dayStart(last) + durationOf(Timeframe::D1);
            continue;
        }
        if (hasSessions && m_file.timeframe) { // the last bar of a session may be shorter
            if (const auto bucket = bucketAt(time, *m_file.timeframe, *m_shape.calendar); bucket && bucket->start == time) {
                time = bucket->end;
                continue;
            }
        }
        time = time + step;
    }
}

// Warnings about levels, in the order of time.
void BarFileReader::findSteps()
{
    const BarColumns &bars = m_file.bars;
    const bool isDaily = m_file.step >= durationOf(Timeframe::D1);
    std::size_t runStart = 0;
    const auto endRun = [&](std::size_t end) {
        if (end - runStart < frozenRunMin)
            return;
        for (std::size_t row = runStart; row < end; ++row)
            (void)note({BarFaultKind::FrozenRun, {}, u"%1 equal rows"_s.arg(end - runStart)}, m_lines[row]);
    };
    for (std::size_t row = 1; row < bars.size(); ++row) {
        const double last = bars.close[row - 1];
        const double ratio = bars.close[row] / last;
        if (ratio >= levelJumpFactor || ratio <= 1 / levelJumpFactor) {
            (void)note({BarFaultKind::LevelJump, u"close",
                        u"%1 after %2"_s.arg(numberText(bars.close[row]), numberText(last))},
                       m_lines[row]);
        } else if (isDaily && std::fabs(bars.open[row] / last - 1) >= priceStepShare) {
            (void)note({BarFaultKind::PriceStep, u"open",
                        u"%1 after a close of %2; a split or bonus?"_s.arg(numberText(bars.open[row]), numberText(last))},
                       m_lines[row]);
        }
        const bool isFrozen = bars.volume[row] > 0 && bars.volume[row] == bars.volume[row - 1] && bars.close[row] == last
            && bars.open[row] == bars.open[row - 1] && bars.high[row] == bars.high[row - 1] && bars.low[row] == bars.low[row - 1];
        if (!isFrozen) {
            endRun(row);
            runStart = row;
        }
    }
    endRun(bars.size());
}

void BarFileReader::describe(const FileBytes &bytes)
{
    QStringList parts{m_shape.name};
    if (bytes.packing != u"plain"_s)
        parts << (bytes.member.isEmpty() ? bytes.packing : bytes.packing + u" ("_s + bytes.member + u')');
    if (!m_shape.isJson)
        parts << u"delimiter %1"_s.arg(m_shape.delimiter == '\t' ? u"tab"_s : u"'%1'"_s.arg(QChar(char16_t(m_shape.delimiter))));
    QString columns = u"columns time=%1"_s.arg(m_shape.time + 1);
    if (m_shape.clock >= 0)
        columns += u" clock=%1"_s.arg(m_shape.clock + 1);
    for (const ValueField &field : valueFields) {
        if (m_shape.*(field.field) >= 0)
            columns += u" %1=%2"_s.arg(field.name).arg(m_shape.*(field.field) + 1);
    }
    parts << columns;
    if (m_shape.volume < 0)
        parts << u"no volume column, taken as 0"_s;
    parts << u"times %1%2 in %3, stamped at the %4"_s.arg(toString(m_shape.layout),
                                                          m_shape.isLayoutAmbiguous ? u" (could be dmy or mdy)"_s : QString(),
                                                          m_shape.zone.name(), m_shape.isStampClose ? u"close"_s : u"open"_s);
    if (m_shape.priceDivisor != 1)
        parts << u"prices divided by %1"_s.arg(m_shape.priceDivisor);
    parts << (m_file.timeframe ? u"timeframe "_s + toString(*m_file.timeframe)
                               : u"step %1 s"_s.arg(m_file.step.count() / 1'000'000'000));
    m_file.detection = parts.join(u"; "_s);
}

} // namespace

Result<BarFile> readBarFile(const QString &path, const BarFileOptions &options)
{
    return BarFileReader(path, options).read();
}

} // namespace bellwether
