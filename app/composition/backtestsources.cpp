// The half of understanding a backtest that names its instruments and their data.
#include "app/composition/backtestjob.h"

#include "core/market/instrumentdefaults.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// `SYMBOL=FILE` or `VENUE:SYMBOL=FILE`, taken apart; an empty name where the text is a file alone.
std::pair<QString, QString> nameAndFile(const QString &text)
{
    static const QRegularExpression named(u"^([A-Z0-9][A-Z0-9_&-]*(?::[A-Z0-9_&-]+)?)=(.+)$"_s);
    const auto match = named.match(text);
    if (!match.hasMatch() || QFileInfo::exists(text))
        return {QString(), text};
    return {match.captured(1), match.captured(2)};
}

// A bare file says nothing of steps: prices are taken as they are, quantities in whole units.
Instrument instrumentOfFile(const QString &symbol)
{
    Instrument instrument;
    instrument.symbol = symbol;
    instrument.id = InstrumentId(u"FILE:"_s + QString::fromLatin1(symbol.toLatin1()).left(24));
    instrument.kind = InstrumentKind::Equity;
    instrument.currency = Currency(std::string_view("USD"));
    instrument.tickSize = Price::fromRaw(1);
    instrument.lotSize = Quantity::fromInt(1);
    instrument.notionalMin = Money::zero(instrument.currency);
    instrument.calendar = u"generic"_s;
    return instrument;
}

Result<BacktestSource> knownSource(const QString &id, const QStringList &files)
{
    auto instrument = defaultInstrument(id);
    if (!instrument)
        return failure(instrument.error());
    BacktestSource source{.name = id, .files = files, .isInstrumentKnown = true, .instrument = *std::move(instrument)};
    if (const auto done = adoptCalendar(source); !done)
        return failure(done.error());
    return source;
}

Result<BacktestSource> fileSource(const QString &name, const QStringList &files)
{
    if (name.contains(u':'))
        return knownSource(name, files);
    const QString symbol = name.isEmpty() ? QFileInfo(files.front()).baseName() : name;
    BacktestSource source{.name = name.isEmpty() ? files.front() : name, .files = files, .instrument = instrumentOfFile(symbol)};
    if (const auto done = adoptCalendar(source); !done)
        return failure(done.error());
    return source;
}

} // namespace

Result<void> adoptCalendar(BacktestSource &source)
{
    const auto calendar = ExchangeCalendar::find(source.instrument.calendar);
    if (!calendar)
        return failure(calendar.error());
    source.calendar = *calendar;
    return {};
}

Result<std::vector<BacktestSource>> sourcesOf(const BacktestRequest &request)
{
    std::vector<BacktestSource> sources;
    const auto add = [&](Result<BacktestSource> source) -> Result<void> {
        if (!source)
            return failure(source.error());
        for (const BacktestSource &other : sources)
            if (other.instrument.id == source->instrument.id)
                return failure(ErrorCode::InvalidArgument, u"instrument %1 is given twice"_s.arg(source->instrument.id.toString()));
        sources.push_back(*std::move(source));
        return {};
    };
    std::vector<std::pair<QString, QStringList>> named; // files by name, in the order of first mention
    for (const QString &text : request.dataFiles) {
        const auto [name, file] = nameAndFile(text);
        const auto same = std::find_if(named.begin(), named.end(), [&](const auto &one) { return one.first == name; });
        if (same != named.end())
            same->second.append(file);
        else
            named.emplace_back(name, QStringList{file});
    }
    const bool hasNames = std::any_of(named.begin(), named.end(), [](const auto &one) { return !one.first.isEmpty(); });
    if (hasNames && (named.front().first.isEmpty() || named.back().first.isEmpty() || !request.instruments.isEmpty()))
        return failure(ErrorCode::InvalidArgument, u"--data: with SYMBOL=FILE every file is named, and --instrument is not given"_s);
    if (!hasNames && !named.empty() && request.instruments.size() > 1)
        return failure(ErrorCode::InvalidArgument, u"--data: with several instruments write --data SYMBOL=FILE for each"_s);
    if (!hasNames && !named.empty() && !request.instruments.isEmpty()) {
        if (const auto done = add(knownSource(request.instruments.front(), named.front().second)); !done)
            return failure(done.error());
        return sources;
    }
    for (const auto &[name, files] : named)
        if (const auto done = add(fileSource(name, files)); !done)
            return failure(done.error());
    if (named.empty())
        for (const QString &id : request.instruments)
            if (const auto done = add(knownSource(id, {})); !done)
                return failure(done.error());
    if (sources.empty())
        return failure(ErrorCode::InvalidArgument, u"--data FILE or --instrument ID is required"_s);
    return sources;
}

} // namespace bellwether
