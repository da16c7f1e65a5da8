// Parsers of foreign bytes (FAULTS H01, M01; I26, I30).
#include "tests/fuzz/fuzztargets.h"

#include "core/base/settings.h"
#include "core/brokers/binance/answers.h"
#include "core/brokers/binance/streamdecoder.h"
#include "core/domain/decimal.h"
#include "core/engine/recordcodec.h"
#include "core/exchange/httprequestreader.h"
#include "core/net/framereader.h"
#include "core/net/greeting.h"
#include "core/market/instrumentdefaults.h"
#include "core/research/expression.h"
#include "core/sim/costfile.h"
#include "core/storage/barchunk.h"
#include "core/storage/barfile.h"
#include "core/storage/journalbackup.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace bellwether::fuzz {

namespace {

void check(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

std::string_view textOf(QByteArrayView bytes) { return {bytes.data(), std::size_t(bytes.size())}; }

/// A file with these bytes, for readers that take a path; in memory where there is some.
QString fileWith(QByteArrayView bytes, const char *name)
{
    static const QTemporaryDir folder(QFileInfo(QStringLiteral("/dev/shm")).isWritable() ? QStringLiteral("/dev/shm/bellwether-fuzz-XXXXXX") : QString());
    const QString path = folder.filePath(QString::fromLatin1(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), bytes.size()) != bytes.size())
        std::abort();
    return path;
}

void decimal(QByteArrayView bytes)
{
    const auto value = parseDecimal(textOf(bytes));
    const auto wide = parseDecimal(QString::fromLatin1(bytes));
    check(value.has_value() == wide.has_value() && (!value || *value == *wide), "both forms of parseDecimal agree");
    if (value)
        check(parseDecimal(formatDecimal(*value)) == *value, "I26: parse(format(x)) is x");
}

void time(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (const auto value = parseIsoTime(text))
        check(parseIsoTime(toIsoString(*value)) == *value, "I26: parse(format(x)) is x");
    const std::string_view whole = textOf(bytes);
    const std::size_t cut = whole.find('|');
    for (const TimeLayout layout : {TimeLayout::Epoch, TimeLayout::YearMonthDay, TimeLayout::MonthDayYear, TimeLayout::DayMonthYear,
                                    TimeLayout::CompactYmd, TimeLayout::CompactDmy})
        std::ignore = readTime(whole.substr(0, cut), cut == whole.npos ? std::string_view() : whole.substr(cut + 1), layout, FileZone());
    const std::array cells{whole.substr(0, cut)};
    std::ignore = guessTimeLayout(cells);
    if (bytes.size() < 40)
        std::ignore = FileZone::parse(text);
}

void symbol(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (const auto instrument = defaultInstrument(text)) {
        check(instrument->id.toString() == text, "an instrument has the id it was asked for");
        check(instrument->tickSize.isPositive() && instrument->lotSize.isPositive(), "an instrument has a tick and a lot");
    }
}

void settings(QByteArrayView bytes)
{
    static const Setting<int> whole{u"a.whole", 5, {1, 10}, u""};
    static const Setting<double> real{u"a.real", 0.5, {0, 1}, u""};
    static const Setting<bool> flag{u"a.flag", true, u""};
    const auto read = Settings::load(fileWith(bytes, "settings.ini"));
    if (!read)
        return;
    if (const auto value = read->value(whole))
        check(*value >= 1 && *value <= 10, "a whole setting is in its range");
    if (const auto value = read->value(real))
        check(std::isfinite(*value) && *value >= 0 && *value <= 1, "M01: a real setting is finite and in its range");
    std::ignore = read->value(flag);
}

void record(QByteArrayView bytes)
{
    const auto decoded = decodeRecord(bytes.toByteArray());
    if (!decoded)
        return;
    const QByteArray encoded = encodeRecord(*decoded);
    const auto again = decodeRecord(encoded);
    check(again.has_value(), "I26: what was written can be read");
    check(encodeRecord(*again) == encoded, "I26: what was read is written alike");
}

void chunk(QByteArrayView bytes)
{
    BarColumns bars;
    if (!decodeChunk(bytes.toByteArray(), bars))
        check(bars.size() == 0, "a refused chunk leaves nothing");
}

void barFile(QByteArrayView bytes)
{
    const auto file = readBarFile(fileWith(bytes, "bars.csv"));
    if (!file)
        return;
    for (std::size_t i = 0; i < file->bars.size(); ++i) {
        check(i == 0 || file->bars.closeTime[i - 1] < file->bars.closeTime[i], "bars ascend");
        check(std::isfinite(file->bars.close[i]) && file->bars.high[i] >= file->bars.low[i], "M01, M03: a bar makes sense");
    }
}

void stream(QByteArrayView bytes)
{
    static binance::StreamDecoder decoder;
    static binance::StreamMessage message;
    std::ignore = decoder.decode(bytes, message);
}

void answer(QByteArrayView bytes)
{
    std::ignore = binance::readError(bytes);
    std::ignore = binance::readOrder(bytes);
    std::ignore = binance::readOrders(bytes);
    std::ignore = binance::readOrderList(bytes);
    std::ignore = binance::readCancelReplace(bytes);
    std::ignore = binance::readMyTrades(bytes);
    std::ignore = binance::readAccount(bytes);
    std::ignore = binance::readServerTime(bytes);
    std::ignore = binance::readKlines(bytes);
    std::ignore = binance::readTrades(bytes);
}

// Of a web socket: the server's answer to the opening, and its frames, in pieces.
void frames(QByteArrayView bytes)
{
    [[maybe_unused]] const auto welcomed = net::checkGreeting(bytes, "dGhlIHNhbXBsZSBub25jZQ==");
    constexpr qsizetype longest = 1'000;
    net::FrameReader reader(longest);
    for (qsizetype at = 0; at < bytes.size(); at += 7) {
        const QByteArrayView part = bytes.sliced(at, std::min<qsizetype>(7, bytes.size() - at));
        std::copy(part.begin(), part.end(), reader.room(7));
        reader.filled(std::size_t(part.size()));
        net::FrameReader::Message message;
        while (reader.next(message) == net::FrameReader::Step::Message) {
            check(message.payload.size() <= longest, "H01: a message is bounded");
            check(message.kind != net::FrameReader::Kind::Text || message.payload.isValidUtf8(), "H01: a text is UTF-8");
        }
    }
}

void http(QByteArrayView bytes)
{
    exchange::HttpRequestReader reader;
    const qsizetype half = bytes.size() / 2; // requests come in pieces
    if (!reader.feed(bytes.first(half)) || !reader.feed(bytes.sliced(half)))
        return;
    for (int i = 0; i < 100 && reader.take(); ++i) { }
}

void expression(QByteArrayView bytes)
{
    const auto parsed = Expression::parse(QString::fromUtf8(bytes), [](QStringView name) { return name == u"x" ? 0 : name == u"y" ? 1 : -1; });
    if (!parsed)
        return;
    const std::array values{1.5, -2.0};
    std::ignore = parsed->evaluate(values);
    check(parsed->uses().size() <= 2, "an expression uses what there is");
}

void costs(QByteArrayView bytes) { std::ignore = readCostFile(bytes.toByteArray(), QStringLiteral("costs.json")); }

void manifest(QByteArrayView bytes)
{
    const QString description = fileWith(bytes, "backup.sqlite.json");
    const QString path = fileWith("not a database", "backup.sqlite");
    check(!checkBackup(path).has_value(), "H01: a backup that is no database is refused");
    std::ignore = listBackups(QFileInfo(description).path(), {});
}

void database(QByteArrayView bytes)
{
    const QString path = fileWith(bytes, "journal.sqlite");
    if (const auto reader = JournalReader::open(path)) {
        std::size_t visited = 0;
        const auto head = reader->walk([&visited](JournalEntry &&) { ++visited; });
        check(!head || head->sequence == visited, "I19: numbers have no holes");
    }
    for (const char *ending : {"-wal", "-shm", "-journal"})
        QFile::remove(path + QString::fromLatin1(ending));
}

constexpr std::array all{
    Target{"decimal", decimal},   Target{"time", time},       Target{"symbol", symbol},         Target{"settings", settings},
    Target{"record", record},     Target{"chunk", chunk},     Target{"barfile", barFile},       Target{"stream", stream},
    Target{"answer", answer},     Target{"http", http},       Target{"frames", frames},         Target{"expression", expression}, Target{"costs", costs},
    Target{"manifest", manifest}, Target{"database", database},
};

} // namespace

std::span<const Target> targets() { return all; }

const Target *find(std::string_view name)
{
    const auto found = std::find_if(all.begin(), all.end(), [name](const Target &target) { return target.name == name; });
    return found == all.end() ? nullptr : found;
}

} // namespace bellwether::fuzz
