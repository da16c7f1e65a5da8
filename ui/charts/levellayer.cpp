#include "ui/charts/levellayer.h"

#include "ui/charts/chartoverlay.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr double reach = 4; ///< pixels above and below a line that still grab it

ColorRole colorOf(ChartLevel::Kind kind)
{
    switch (kind) {
    case ChartLevel::Kind::Stop: return ColorRole::Loss;
    case ChartLevel::Kind::Target: return ColorRole::Gain;
    case ChartLevel::Kind::Entry: return ColorRole::Accent;
    case ChartLevel::Kind::Position: return ColorRole::Text;
    }
    return ColorRole::Text;
}

ColorRole fillOf(ChartLevel::Kind kind)
{
    return kind == ChartLevel::Kind::Stop ? ColorRole::LossFill : kind == ChartLevel::Kind::Target ? ColorRole::GainFill
                                                                                                  : ColorRole::Tag;
}

} // namespace

LevelLayer::LevelLayer(const Theme &theme, QObject *parent) : ChartLayer(parent), m_theme(theme) {}

void LevelLayer::setInstrument(const Instrument &instrument, const Format &format)
{
    m_instrument = instrument;
    m_format = format;
    m_grip.reset();
    m_dropped.reset();
    m_last = {};
    setLevels({});
}

void LevelLayer::setLevels(std::vector<ChartLevel> levels)
{
    if (levels == m_levels)
        return;
    m_levels = std::move(levels);
    m_plates.clear();
    m_hovered.reset();
    Q_EMIT changed();
}

void LevelLayer::setLast(Price last)
{
    if (last == m_last)
        return;
    m_last = last;
    if (std::ranges::any_of(m_levels, [](const ChartLevel &each) { return each.kind == ChartLevel::Kind::Position; }))
        Q_EMIT changed();
}

void LevelLayer::settle()
{
    if (std::exchange(m_dropped, {}))
        Q_EMIT changed();
}

std::vector<double> LevelLayer::prices() const
{
    std::vector<double> prices;
    for (const ChartLevel &level : m_levels)
        prices.push_back(level.price.toDouble());
    return prices;
}

Price LevelLayer::shownPrice(const ChartLevel &level) const
{
    if (level.kind != ChartLevel::Kind::Position) {
        for (const std::optional<Grip> *grip : {&m_grip, &m_dropped}) {
            if (*grip && (*grip)->level.isSame(level))
                return (*grip)->price;
        }
    }
    return level.price;
}

QString LevelLayer::resultAt(const ChartLevel &level, Price price) const
{
    if (level.entry.isZero() || level.moneyPerPoint == 0)
        return {};
    const double points = price.toDouble() - level.entry.toDouble();
    const double money = points * level.moneyPerPoint;
    const double percent = points / level.entry.toDouble() * 100 * (level.moneyPerPoint < 0 ? -1 : 1);
    const QString amount = (money < 0 ? u"−"_s : u"+"_s) + m_format.number(std::fabs(money), 2) + u' ' + level.currency;
    return u"%1 (%2)"_s.arg(amount, m_format.signedPercent(percent));
}

double LevelLayer::resultOf(const ChartLevel &level) const
{
    return (m_last.toDouble() - level.entry.toDouble()) * level.moneyPerPoint - level.costs;
}

QString LevelLayer::positionResult(const ChartLevel &level) const
{
    if (m_last.isZero() || level.entry.isZero())
        return {};
    const double points = (m_last.toDouble() - level.entry.toDouble()) * (level.moneyPerPoint < 0 ? -1 : 1);
    const QString sign = points < 0 ? u"−"_s : u"+"_s;
    switch (m_positionText) {
    case PositionText::Money: {
        const double money = resultOf(level);
        return (money < 0 ? u"−"_s : u"+"_s) + m_format.number(std::fabs(money), 2) + u' ' + level.currency;
    }
    case PositionText::Percent: return m_format.signedPercent(resultOf(level) / std::fabs(level.entry.toDouble() * level.moneyPerPoint) * 100);
    case PositionText::Ticks:
        return sign + m_format.number(std::fabs(points) / m_instrument.tickSize.toDouble(), 0) + u' ' + tr("ticks");
    case PositionText::R:
        return level.riskPerUnit > 0 ? sign + m_format.number(std::fabs(points) / level.riskPerUnit, 2) + u" R"_s
                                     : tr("no stop: R not known");
    }
    return {};
}

QString LevelLayer::textOf(const ChartLevel &level) const
{
    const QString result = level.kind == ChartLevel::Kind::Position ? positionResult(level) : resultAt(level, shownPrice(level));
    return result.isEmpty() ? level.label : level.label + u"  "_s + result;
}

void LevelLayer::paintLine(QPainter &painter, const ChartSpace &space, const ChartLevel &level, Price price,
                           const QString &text, Plate *plate)
{
    const QRect plot = space.plot();
    const double y = space.y(price.toDouble());
    if (y < plot.top() || y > plot.bottom())
        return;
    const QColor color = m_theme.color(colorOf(level.kind));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(color, 1, level.kind == ChartLevel::Kind::Position ? Qt::SolidLine : Qt::DashLine));
    painter.drawLine(plot.left(), int(y), plot.right(), int(y));

    const QFontMetrics metrics(painter.font());
    const int height = metrics.height() + 4;
    const bool hasClose = level.canRemove && !m_isPlain && plate;
    const int width = metrics.horizontalAdvance(text) + 12 + (hasClose ? height : 0);
    const QRect rect(plot.right() - width - 6, int(y) - height / 2, width, height);
    painter.setPen(QPen(color, 1));
    painter.setBrush(m_theme.color(ColorRole::Raised));
    painter.drawRect(rect);
    const QRect words = rect.adjusted(6, 0, hasClose ? -height : -6, 0);
    const bool isResult = level.kind == ChartLevel::Kind::Position && !m_last.isZero();
    const bool isGain = resultOf(level) >= 0;
    painter.setPen(isResult ? m_theme.color(isGain ? ColorRole::Gain : ColorRole::Loss) : m_theme.color(ColorRole::Text));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, text);
    if (plate)
        plate->rect = rect;
    if (hasClose) {
        plate->close = QRect(rect.right() - height + 1, rect.top(), height, height);
        const QRect cross = plate->close.adjusted(5, 5, -5, -5);
        painter.setPen(QPen(m_theme.color(ColorRole::TextMuted), 1.4));
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.drawLine(cross.topLeft(), cross.bottomRight());
        painter.drawLine(cross.topRight(), cross.bottomLeft());
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    overlay::drawPriceTag(painter, space.priceStrip(), y, {space.priceText(price.toDouble())},
                          m_theme.color(fillOf(level.kind)), m_theme.color(ColorRole::FillText));
}

void LevelLayer::paint(QPainter &painter, const ChartSpace &space)
{
    m_plates.assign(m_levels.size(), {});
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        m_plates[i].level = i;
        paintLine(painter, space, m_levels[i], shownPrice(m_levels[i]), textOf(m_levels[i]), &m_plates[i]);
    }
    for (const std::optional<Grip> *grip : {&m_grip, &m_dropped}) {
        if (!*grip || (*grip)->level.kind != ChartLevel::Kind::Position || (grip == &m_grip && !(*grip)->isMoving))
            continue;
        ChartLevel protection = (*grip)->level;
        protection.kind = protectionKind(**grip);
        const QString name = protection.kind == ChartLevel::Kind::Stop ? tr("new stop") : tr("new target");
        paintLine(painter, space, protection, (*grip)->price, name + u"  "_s + resultAt(protection, (*grip)->price), nullptr);
    }
}

ChartLevel::Kind LevelLayer::protectionKind(const Grip &grip) const
{
    const double points = grip.price.toDouble() - grip.level.entry.toDouble();
    // Against the market, not the entry: a stop above the entry of a long position locks a gain in.
    const double beside = m_last.isZero() ? points : grip.price.toDouble() - m_last.toDouble();
    return beside * grip.level.moneyPerPoint < 0 ? ChartLevel::Kind::Stop : ChartLevel::Kind::Target;
}

const LevelLayer::Plate *LevelLayer::plateAt(QPointF at) const
{
    const auto found = std::ranges::find_if(m_plates, [&](const Plate &each) { return each.rect.contains(at.toPoint()); });
    return found == m_plates.end() ? nullptr : &*found;
}

std::optional<std::size_t> LevelLayer::levelAt(QPointF at, const ChartSpace &space) const
{
    if (const Plate *plate = plateAt(at))
        return plate->level;
    if (!space.plot().contains(at.toPoint()))
        return {};
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        if (m_levels[i].canMove && std::fabs(space.y(shownPrice(m_levels[i]).toDouble()) - at.y()) <= reach)
            return i;
    }
    return {};
}

bool LevelLayer::press(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space)
{
    const auto index = levelAt(at, space);
    if (!index)
        return false;
    const ChartLevel &level = m_levels[*index];
    if (const Plate *plate = plateAt(at); plate && plate->close.contains(at.toPoint())) {
        Q_EMIT removeWanted(level);
        return true;
    }
    m_grip = Grip{level, at, level.price, false};
    if (!level.canMove || (m_isAltNeeded && !modifiers.testFlag(Qt::AltModifier)))
        m_grip->level.canMove = false;
    return true;
}

void LevelLayer::move(QPointF at, Qt::KeyboardModifiers, const ChartSpace &space)
{
    if (!m_grip || !m_grip->level.canMove || (!m_grip->isMoving && std::fabs(at.y() - m_grip->from.y()) < 3))
        return;
    m_grip->isMoving = true;
    const double y = std::clamp(at.y(), double(space.plot().top()), double(space.plot().bottom()));
    const Price price = m_instrument.roundToTick(space.priceAt(y), Rounding::Nearest);
    m_grip->price = price.isPositive() ? price : m_instrument.tickSize;
    Q_EMIT changed();
}

void LevelLayer::release(QPointF, Qt::KeyboardModifiers, const ChartSpace &)
{
    const auto grip = std::exchange(m_grip, {});
    if (!grip)
        return;
    const bool isPosition = grip->level.kind == ChartLevel::Kind::Position;
    if (!grip->isMoving) {
        if (isPosition) { // a click on a position's label: money, percent, ticks, R
            m_positionText = PositionText((int(m_positionText) + 1) % 4);
            Q_EMIT changed();
        }
        return;
    }
    if (grip->price == grip->level.price) {
        Q_EMIT changed();
        return;
    }
    m_dropped = grip;
    if (isPosition)
        Q_EMIT protectWanted(grip->level, protectionKind(*grip), grip->price);
    else
        Q_EMIT moveWanted(grip->level, grip->price);
    Q_EMIT changed();
}

std::optional<Qt::CursorShape> LevelLayer::hover(QPointF at, Qt::KeyboardModifiers, const ChartSpace &space)
{
    if (const Plate *plate = plateAt(at); plate && plate->close.contains(at.toPoint()))
        return Qt::PointingHandCursor;
    const auto index = levelAt(at, space);
    if (!index)
        return {};
    return m_levels[*index].canMove ? Qt::SizeVerCursor : Qt::PointingHandCursor;
}

bool LevelLayer::cancel()
{
    const bool wasMoving = m_grip && m_grip->isMoving;
    m_grip.reset();
    if (wasMoving)
        Q_EMIT changed();
    return wasMoving;
}

QString LevelLayer::toolTip(QPointF at, const ChartSpace &space)
{
    const auto index = levelAt(at, space);
    if (!index)
        return {};
    const ChartLevel &level = m_levels[*index];
    if (const Plate *plate = plateAt(at); plate && plate->close.contains(at.toPoint()))
        return level.kind == ChartLevel::Kind::Position ? tr("Close this position at the market")
            : level.order.value != 0                    ? tr("Cancel this order")
                                                        : tr("Remove");
    if (level.kind == ChartLevel::Kind::Position)
        return tr("Drag to set a stop or a target. Click: money, percent, ticks, R.");
    return level.canMove ? tr("Drag to change the price. Esc puts it back.") : textOf(level);
}

} // namespace bellwether
