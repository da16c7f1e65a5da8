#include "core/engine/enginecore.h"

#include "core/engine/recordcodec.h"

namespace bellwether {

EngineCore::EngineCore(EngineConfig configuration, CataloguePtr instruments,
                       std::vector<const ExchangeCalendar *> calendars, const Clock &engineClock, Journal &engineJournal)
    : config(std::move(configuration)), catalogue(std::move(instruments)), clock(engineClock), journal(engineJournal),
      state(catalogue, config.startingCash), market(catalogue, std::move(calendars))
{
}

DeskState::Effect EngineCore::record(const Record &record)
{
    auto effect = tryRecord(record);
    if (!effect)
        throw Fault(effect.error().detail);
    return *std::move(effect);
}

Result<DeskState::Effect> EngineCore::tryRecord(const Record &record)
{
    const Timestamp time = now();
    auto effect = state.apply(record, time);
    if (effect)
        m_lastSequence = journal.append(time, journal.keepsRecords() ? encodeRecord(record) : QByteArray());
    return effect;
}

void EngineCore::log(DeskEvent::Severity severity, const QString &source, const QString &text) const
{
    m_listener->onDeskEvent({now(), severity, source, text});
}

void EngineCore::trouble(ErrorClass errorClass, ErrorRecovery recovery, const QString &source, const QString &text,
                         DeskEvent::Severity severity)
{
    m_errors.note(errorClass, recovery, now(), text);
    m_listener->onDeskEvent({now(), severity, source, text, errorClass, recovery});
}

bool EngineConfig::isOfTheDay(const StrategyId &strategy) const
{
    const auto category = categories.find(strategy);
    return category != categories.end()
        && (category->second == StrategyCategory::DayTrading || category->second == StrategyCategory::ShortSelling);
}

std::optional<StrategyCategory> EngineCore::categoryOf(const StrategyId &strategy) const
{
    const auto it = config.categories.find(strategy);
    return it == config.categories.end() ? std::nullopt : std::optional(it->second);
}

Product EngineCore::productOf(const Order &order) const
{
    static constexpr Currency rupee(std::string_view("INR"));
    if (order.product != Product::None || config.startingCash.currency != rupee)
        return order.product;
    const Instrument *instrument = catalogue->find(order.instrument);
    if (instrument == nullptr || !hasProducts(*instrument))
        return Product::None;
    if (const Order *parent = order.parent.isValid() ? state.orders().find(order.parent) : nullptr)
        return parent->product;
    if (isReducing(order.role)) {
        const BookId book = state.portfolio().idOf({order.strategy, order.instrument});
        return book.isValid() ? state.productOf(book) : Product::None;
    }
    const auto category = categoryOf(order.strategy);
    if (!category)
        return Product::None;
    if (*category != StrategyCategory::ShortTerm && *category != StrategyCategory::LongTerm)
        return Product::Intraday;
    return instrument->kind == InstrumentKind::Equity ? Product::Delivery : Product::Carry;
}

InstrumentIndex EngineCore::indexOf(const InstrumentId &id) const
{
    const auto index = catalogue->indexOf(id);
    if (!index)
        throw Fault(QStringLiteral("instrument %1 is not in the catalogue").arg(id.toString()));
    return *index;
}

} // namespace bellwether
