#include "core/storage/barfileshape.h"

#include <charconv>
#include <cstring>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t sampleRows = 2'000;
constexpr std::size_t fieldsMax = 256;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

bool isNumber(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

bool isInteger(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Header cells compared without case, spaces, underscores and quotes.
std::string plainName(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        if (c != ' ' && c != '_' && c != '"' && c != '<' && c != '>')
            plain += char(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    return plain;
}

struct Role {
    QStringView name;
    int BarFileShape::*field;
    std::vector<std::string_view> spellings; // in order of preference
};

const std::vector<Role> &roles()
{
    static const std::vector<Role> all{
        {u"time", &BarFileShape::time,
         {"timestamp", "datetime", "opentime", "date", "time", "dateandtime", "gmttime", "localtime", "unixtimestamp", "unix", "day", "closetime", ""}},
        {u"clock", &BarFileShape::clock, {"time", "clock", "timeofday", "hour"}},
        {u"open", &BarFileShape::open, {"open", "o", "openprice", "openingprice"}},
        {u"high", &BarFileShape::high, {"high", "h", "highprice", "max"}},
        {u"low", &BarFileShape::low, {"low", "l", "lowprice", "min"}},
        {u"close", &BarFileShape::close, {"close", "c", "closeprice", "close/last", "closingprice", "last"}},
        {u"volume", &BarFileShape::volume,
         {"volume", "vol", "v", "vol.", "basevolume", "tradedquantity", "totaltradequantity", "sharestraded", "shares", "tickvolume", "tickvol"}},
    };
    return all;
}

int findColumn(const std::vector<std::string> &plain, const std::vector<std::string_view> &spellings)
{
    for (const std::string_view spelling : spellings) {
        for (std::size_t i = 0; i < plain.size(); ++i) {
            // A column without a name is an index only in front.
            if (plain[i] == spelling && (!spelling.empty() || i == 0))
                return int(i);
        }
    }
    return -1;
}

QString listOf(const std::vector<std::string> &names)
{
    QStringList list;
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 20); ++i)
        list << (names[i].empty() ? u"(no name)"_s : excerpt(names[i]));
    return list.join(u", "_s);
}

char guessDelimiter(std::span<const std::string_view> lines)
{
    char best = ',';
    std::size_t bestCount = 0;
    std::vector<std::string_view> fields;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        std::size_t fewest = fieldsMax;
        for (const std::string_view line : lines.first(std::min<std::size_t>(lines.size(), 20))) {
            splitFields(line, delimiter, fields);
            fewest = std::min(fewest, fields.size());
        }
        if (fewest > bestCount && fewest > 1) {
            best = delimiter;
            bestCount = fewest;
        }
    }
    return best;
}

// Shapes of files without a header that are known by their first row. True where one fits.
bool fitKnownShape(const std::vector<std::string_view> &row, BarFileShape &shape)
{
    const auto assign = [&](int time, int open, int high, int low, int close, int volume) {
        shape.time = time;
        shape.open = open;
        shape.high = high;
        shape.low = low;
        shape.close = close;
        shape.volume = volume;
    };
    if (row.size() >= 6 && isInteger(row[0]) && row[0].size() >= 10 && isNumber(row[4])) {
        shape.name = row.size() >= 11 ? u"Binance kline"_s : u"epoch rows"_s;
        assign(0, 1, 2, 3, 4, 5);
        shape.layout = TimeLayout::Epoch;
        return true;
    }
    if (row.size() >= 7 && !row[0].empty() && !isNumber(row[0]) && isInteger(row[1]) && row[1].size() == 8 && row[2].size() >= 4
        && row[2].find(':') != std::string_view::npos) {
        shape.name = u"NSE minute text"_s;
        assign(1, 3, 4, 5, 6, row.size() > 7 ? 7 : -1);
        shape.clock = 2;
        shape.layout = TimeLayout::CompactYmd;
        shape.zone = FileZone::fixed(std::chrono::minutes(330), u"IST"_s);
        shape.isStampClose = true; // the minute that ends at the stamp
        return true;
    }
    if (row.size() == 8 && isInteger(row[0]) && row[0].size() == 6 && isNumber(row[4])) {
        shape.name = u"NSE daily"_s;
        assign(0, 1, 2, 3, 4, 6); // 5 is the traded value in rupees
        shape.layout = TimeLayout::CompactDmy;
        shape.zone = FileZone::fixed(std::chrono::minutes(330), u"IST"_s);
        if (!shape.calendar)
            shape.calendar = *ExchangeCalendar::find(u"nse");
        return true;
    }
    if (row.size() == 6 && row[0].size() == 14 && isInteger(row[0].substr(0, 8)) && row[0][8] == ' ' && isInteger(row[1])
        && isInteger(row[4])) {
        shape.name = u"Lean daily"_s;
        assign(0, 1, 2, 3, 4, 5);
        shape.layout = TimeLayout::CompactYmd;
        shape.priceDivisor = 10'000;
        return true;
    }
    if (row.size() >= 5 && isNumber(row[1]) && isNumber(row[2]) && isNumber(row[3]) && isNumber(row[4])) {
        shape.name = u"CSV without header"_s;
        assign(0, 1, 2, 3, 4, row.size() > 5 ? 5 : -1);
        return true;
    }
    return false;
}

// Puts the columns named in the options in place. Errors: InvalidArgument.
Result<void> applyColumns(const BarFileOptions &options, BarFileShape &shape)
{
    for (const auto &[name, column] : options.columns) {
        const auto role = std::find_if(roles().begin(), roles().end(), [&](const Role &candidate) { return candidate.name == name; });
        if (role == roles().end()) {
            return failure(ErrorCode::InvalidArgument,
                           u"column '%1' is not one of time, clock, open, high, low, close, volume"_s.arg(name));
        }
        bool isIndex = false;
        const int number = column.toInt(&isIndex);
        int found = -1;
        if (isIndex && number >= 1 && std::size_t(number) <= shape.fieldCount) {
            found = number - 1;
        } else {
            for (std::size_t i = 0; i < shape.header.size() && found < 0; ++i) {
                if (shape.hasHeader && plainName(shape.header[i]) == plainName(column.toStdString()))
                    found = int(i);
            }
        }
        if (found < 0)
            return failure(ErrorCode::InvalidArgument, u"there is no column '%1' for %2"_s.arg(column, name));
        shape.*(role->field) = found;
    }
    return {};
}

void mapHeader(BarFileShape &shape)
{
    std::vector<std::string> plain;
    for (const std::string &name : shape.header)
        plain.push_back(plainName(name));
    for (const Role &role : roles()) {
        if (role.field != &BarFileShape::clock)
            shape.*(role.field) = findColumn(plain, role.spellings);
    }
    if (shape.time >= 0 && plain[std::size_t(shape.time)] == "closetime")
        shape.isStampClose = true;
    // `date,time,…`: the second holds the time of day of the first.
    const bool isDateColumn = shape.time >= 0 && (plain[std::size_t(shape.time)] == "date" || plain[std::size_t(shape.time)] == "day");
    const int clock = findColumn(plain, roles()[1].spellings);
    if (isDateColumn && clock != shape.time)
        shape.clock = clock;
}

} // namespace

QString excerpt(std::string_view text)
{
    QString shown = QString::fromUtf8(text.data(), qsizetype(std::min<std::size_t>(text.size(), 160)));
    const bool isLong = shown.size() > 40 || text.size() > 160;
    shown.truncate(40);
    for (QChar &c : shown) {
        if (!c.isPrint())
            c = u'?';
    }
    return isLong ? shown + u'…' : shown;
}

bool nextLine(std::string_view &rest, std::string_view &line)
{
    if (rest.empty())
        return false;
    const void *found = std::memchr(rest.data(), '\n', rest.size());
    const std::size_t length = found ? std::size_t(static_cast<const char *>(found) - rest.data()) : rest.size();
    line = rest.substr(0, length);
    rest.remove_prefix(std::min(length + 1, rest.size()));
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return true;
}

bool splitFields(std::string_view line, char delimiter, std::vector<std::string_view> &fields)
{
    fields.clear();
    const char *at = line.data();
    const char *const end = at + line.size();
    while (fields.size() < fieldsMax) {
        if (at != end && *at == '"') {
            const char *close = at + 1;
            while (close != end && (*close != '"' || (close + 1 != end && close[1] == '"')))
                close += *close == '"' ? 2 : 1;
            if (close >= end)
                return false;
            fields.push_back(trimmed({at + 1, std::size_t(close - at - 1)}));
            at = close + 1;
            while (at != end && *at != delimiter)
                ++at;
        } else {
            const char *start = at;
            while (at != end && *at != delimiter)
                ++at;
            const std::string_view field(start, std::size_t(at - start));
            const bool needsTrim = !field.empty() && (field.front() <= ' ' || field.back() <= ' ');
            fields.push_back(needsTrim ? trimmed(field) : field);
        }
        if (at == end)
            return true;
        ++at;
        if (at == end) {
            fields.push_back({});
            return true;
        }
    }
    return true;
}

Result<bool> nextJsonRow(std::string_view &rest, std::string_view &row, std::vector<std::string_view> &fields)
{
    const auto bad = [](const QString &why) { return failure(ErrorCode::BadData, why); };
    const auto skip = [&] {
        while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\n' || rest.front() == '\r' || rest.front() == '\t' || rest.front() == ','))
            rest.remove_prefix(1);
    };
    skip();
    if (rest.empty())
        return bad(u"the array is not closed"_s);
    if (rest.front() == ']')
        return false;
    if (rest.front() != '[')
        return bad(u"expected a row like [time, open, high, low, close, volume]"_s);
    const std::size_t close = rest.find(']');
    if (close == std::string_view::npos || close > 4'096)
        return bad(u"the row is not closed"_s);
    row = rest.substr(1, close - 1);
    if (row.find('[') != std::string_view::npos || row.find('{') != std::string_view::npos)
        return bad(u"expected a row like [time, open, high, low, close, volume]"_s);
    rest.remove_prefix(close + 1);
    if (!splitFields(row, ',', fields))
        return bad(u"a quote is not closed"_s);
    for (std::string_view &field : fields) { // spaces before a quote hide it from splitFields
        field = trimmed(field);
        if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
            field = field.substr(1, field.size() - 2);
    }
    return true;
}

Result<BarFileShape> detectShape(const QString &path, std::string_view text, const BarFileOptions &options)
{
    const auto bad = [&](std::int64_t line, const QString &why) {
        return failure(ErrorCode::BadData, u"%1:%2: %3"_s.arg(path).arg(line).arg(why));
    };
    BarFileShape shape;
    shape.calendar = options.calendar;
    if (options.calendar)
        shape.zone = FileZone::fixed(options.calendar->utcOffset(), options.calendar->zoneName());

    std::vector<std::string_view> fields;
    std::vector<std::string_view> sample;
    std::int64_t firstLine = 1;
    if (const std::size_t start = text.find_first_not_of(" \t\r\n"); text[start] == '[') {
        shape.isJson = true;
        std::string_view rest = text.substr(start + 1);
        std::string_view row;
        const auto hasRow = nextJsonRow(rest, row, fields);
        if (!hasRow)
            return bad(1, hasRow.error().detail);
        if (!*hasRow)
            return failure(ErrorCode::BadData, u"%1: no data rows"_s.arg(path));
        shape.fieldCount = fields.size();
        if (fields.size() < 6 || !fitKnownShape(fields, shape))
            return bad(1, u"expected rows like [time, open, high, low, close, volume], found %1 fields"_s.arg(fields.size()));
        shape.name = u"JSON rows"_s;
    } else {
        std::string_view rest = text;
        std::string_view line;
        std::int64_t number = 0;
        while (sample.size() < sampleRows && nextLine(rest, line)) {
            ++number;
            if (trimmed(line).empty())
                continue;
            if (sample.empty())
                firstLine = number;
            if (line.size() > 65'536)
                return bad(number, u"the line is longer than 64 KiB"_s);
            sample.push_back(line);
        }
        shape.delimiter = options.delimiter.value_or(guessDelimiter(sample));
        if (!splitFields(sample.front(), shape.delimiter, fields))
            return bad(firstLine, u"a quote is not closed"_s);
        shape.fieldCount = fields.size();
        // A header has no number in it; a first row of data has several.
        const auto numbers = std::count_if(fields.begin(), fields.end(), isNumber);
        shape.hasHeader = numbers == 0 || (numbers <= 1 && fields.size() > 4);
        shape.header.assign(fields.begin(), fields.end());
        if (shape.hasHeader) {
            shape.name = u"CSV with header"_s;
            mapHeader(shape);
        } else if (!fitKnownShape(fields, shape) && options.columns.empty()) {
            return bad(firstLine, u"no header and not a known row of bars (found: %1)"_s.arg(listOf(shape.header)));
        }
    }

    if (auto applied = applyColumns(options, shape); !applied)
        return failure(applied.error().code, u"%1: %2"_s.arg(path, applied.error().detail));
    for (const Role &role : roles()) {
        if (role.name == u"volume" || role.name == u"clock")
            continue;
        if (shape.*(role.field) < 0)
            return bad(firstLine, u"no column '%1' (found: %2)"_s.arg(role.name, listOf(shape.header)));
    }
    if (!options.zone.isEmpty()) {
        const auto zone = FileZone::parse(options.zone);
        if (!zone)
            return failure(zone.error());
        shape.zone = *zone;
    }
    if (options.priceDivisor > 0)
        shape.priceDivisor = options.priceDivisor;
    if (options.isStampClose)
        shape.isStampClose = *options.isStampClose;

    if (options.timeLayout) {
        shape.layout = *options.timeLayout;
    } else if (!shape.isJson) {
        std::vector<std::string_view> cells;
        for (std::size_t i = shape.hasHeader ? 1 : 0; i < sample.size(); ++i) {
            if (splitFields(sample[i], shape.delimiter, fields) && std::size_t(shape.time) < fields.size())
                cells.push_back(fields[std::size_t(shape.time)]);
        }
        if (const auto guess = guessTimeLayout(cells)) {
            shape.layout = guess->layout;
            shape.isLayoutAmbiguous = guess->isAmbiguous;
        } else if (!cells.empty() && !options.collectFaults) {
            return bad(firstLine + (shape.hasHeader ? 1 : 0), u"field 'time': '%1' is not a time"_s.arg(excerpt(cells.front())));
        }
    }
    if (!shape.hasHeader) {
        shape.header.clear();
        for (std::size_t i = 0; i < shape.fieldCount; ++i) {
            QString name = u"column_%1"_s.arg(i + 1);
            for (const Role &role : roles()) {
                if (shape.*(role.field) == int(i))
                    name = role.name.toString();
            }
            shape.header.push_back(name.toStdString());
        }
    }
    return shape;
}

} // namespace bellwether
