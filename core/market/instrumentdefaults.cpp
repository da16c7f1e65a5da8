#include "core/market/instrumentdefaults.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

bool isIdCharacter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.' || c == u'&'
        || c == u'/' || c == u' ';
}

bool isWord(QStringView text)
{
    return !text.isEmpty() && text == text.trimmed() && std::all_of(text.begin(), text.end(), isIdCharacter);
}

// The quote asset a crypto symbol ends with; USDT where none of the usual ones does.
std::string_view quoteAssetOf(QStringView symbol)
{
    using Row = std::pair<QStringView, std::string_view>;
    static constexpr std::array quotes{Row{u"USDT", "USDT"}, Row{u"USDC", "USDC"}, Row{u"BUSD", "BUSD"}, Row{u"FDUSD", "FDUSD"},
                                       Row{u"USD", "USD"},   Row{u"EUR", "EUR"},   Row{u"BTC", "BTC"},   Row{u"ETH", "ETH"},
                                       Row{u"BNB", "BNB"},   Row{u"INR", "INR"}};
    for (const auto &[suffix, asset] : quotes) {
        if (symbol.size() > suffix.size() && symbol.endsWith(suffix))
            return asset;
    }
    return "USDT";
}

} // namespace

Result<Instrument> defaultInstrument(QStringView id)
{
    const qsizetype colon = id.indexOf(u':');
    const QStringView venue = id.left(std::max<qsizetype>(colon, 0));
    const QStringView symbol = id.mid(colon + 1);
    if (colon < 1 || !isWord(venue) || !isWord(symbol) || id.size() > 32) {
        return failure(ErrorCode::InvalidArgument,
                       u"instrument '%1' is not VENUE:SYMBOL in capitals, for example BINANCE:BTCUSDT"_s.arg(id));
    }
    Instrument instrument;
    instrument.id = InstrumentId(id.toString());
    instrument.symbol = symbol.toString();
    instrument.name = instrument.symbol;
    if (venue == u"BINANCE") {
        const std::string_view quote = quoteAssetOf(symbol);
        instrument.kind = InstrumentKind::Spot;
        instrument.currency = Currency(quote);
        // Pairs against a coin are priced far below one; a cent would be no price at all.
        const bool isCoinQuoted = quote == "BTC" || quote == "ETH" || quote == "BNB";
        instrument.tickSize = Price::fromRaw(isCoinQuoted ? 1 : 1'000'000);
        instrument.lotSize = Quantity::fromRaw(1'000);
        instrument.quantityMin = Quantity::fromRaw(1'000);
        instrument.notionalMin = {FixedPoint<MoneyTag>::fromRaw(isCoinQuoted ? 10'000 : 5 * decimalScale), instrument.currency};
        instrument.calendar = u"crypto"_s;
    } else if (venue == u"NSE") {
        const bool isIndex = symbol.startsWith(u"NIFTY") || symbol.startsWith(u"BANKNIFTY") || symbol == u"INDIA VIX";
        instrument.kind = isIndex ? InstrumentKind::Index : InstrumentKind::Equity;
        instrument.currency = Currency(std::string_view("INR"));
        instrument.tickSize = Price::fromRaw(5'000'000);
        instrument.lotSize = Quantity::fromInt(1);
        instrument.quantityMin = Quantity::fromInt(1);
        instrument.notionalMin = Money::zero(instrument.currency);
        instrument.calendar = u"nse"_s;
    } else {
        instrument.kind = InstrumentKind::Equity;
        instrument.currency = Currency(std::string_view("USD"));
        instrument.lotSize = Quantity::fromInt(1);
        instrument.quantityMin = Quantity::fromInt(1);
        instrument.notionalMin = Money::zero(instrument.currency);
        instrument.calendar = u"generic"_s;
    }
    return instrument;
}

} // namespace bellwether
