#pragma once

#include "core/domain/instrument.h"
#include "core/domain/order.h"
#include "ui/charts/chartlayer.h"
#include "ui/models/format.h"

namespace bellwether {

/// A horizontal line of the chart that stands for money: an order, a position, the entry, stop and target of a signal.
struct ChartLevel {
    enum class Kind { Entry, Stop, Target, Position };
    Kind kind = Kind::Entry;
    Price price;
    QString label;             ///< `BUY 0.5 limit`
    Side side = Side::Buy;     ///< of the order or the position
    OrderId order{};           ///< of a working order
    StrategyId strategy;       ///< of a position's book
    Price entry;               ///< what gains and losses are counted from; zero where there is none
    double moneyPerPoint = 0;  ///< gained when the price rises by one above `entry`; negative when short
    double costs = 0;          ///< counted against the money and the percentage of a position, in `currency`
    QString currency;
    double riskPerUnit = 0;    ///< distance from entry to stop, for R; 0 where not known
    bool canMove = false;
    bool canRemove = false;

    /// Names the same line in the next snapshot.
    bool isSame(const ChartLevel &other) const
    {
        return kind == other.kind && order == other.order && strategy == other.strategy;
    }
    bool operator==(const ChartLevel &) const = default;
};

/// The lines of money over a chart. Lines that may move are dragged: price, points and money follow live, the drop asks
/// for one change, Esc puts the line back. A drag from a position's line asks for its stop or target. The × of a label
/// asks to cancel or close. It sends nothing itself.
class LevelLayer final : public ChartLayer {
    Q_OBJECT
public:
    enum class PositionText { Money, Percent, Ticks, R };

    LevelLayer(const Theme &theme, QObject *parent);

    /// `format` is that of the instrument.
    void setInstrument(const Instrument &instrument, const Format &format);
    void setLevels(std::vector<ChartLevel> levels);
    const std::vector<ChartLevel> &levels() const { return m_levels; }
    /// The price positions are marked with.
    void setLast(Price last);
    /// A dropped line stays where it was dropped until the desk has answered.
    void settle();
    /// Lines move only while Alt is held.
    void setAltNeeded(bool isNeeded) { m_isAltNeeded = isNeeded; }
    /// For a picture: no × and no grips.
    void setPlain(bool isPlain) { m_isPlain = isPlain; }
    PositionText positionText() const { return m_positionText; }
    /// What the label of a line says now.
    QString textOf(const ChartLevel &level) const;

    void paint(QPainter &painter, const ChartSpace &space) override;
    bool press(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) override;
    void move(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) override;
    std::optional<Qt::CursorShape> hover(QPointF at, Qt::KeyboardModifiers modifiers, const ChartSpace &space) override;
    bool cancel() override;
    QString toolTip(QPointF at, const ChartSpace &space) override;
    std::vector<double> prices() const override;

Q_SIGNALS:
    /// The line was dropped at `price`, which is on a tick.
    void moveWanted(const bellwether::ChartLevel &level, bellwether::Price price);
    void removeWanted(const bellwether::ChartLevel &level);
    /// A drag from a position's line ended at `price`: `kind` is Stop on its losing side, Target on its winning one.
    void protectWanted(const bellwether::ChartLevel &position, bellwether::ChartLevel::Kind kind, bellwether::Price price);

private:
    struct Grip {
        ChartLevel level;
        QPointF from;
        Price price;
        bool isMoving = false;
    };
    struct Plate {
        QRect rect;   ///< of the label
        QRect close;  ///< of its ×, empty where there is none
        std::size_t level = 0;
    };

    Price shownPrice(const ChartLevel &level) const;
    QString resultAt(const ChartLevel &level, Price price) const;
    /// Of a position at the last price, with its costs.
    double resultOf(const ChartLevel &level) const;
    QString positionResult(const ChartLevel &level) const;
    void paintLine(QPainter &painter, const ChartSpace &space, const ChartLevel &level, Price price, const QString &text,
                   Plate *plate);
    ChartLevel::Kind protectionKind(const Grip &grip) const;
    const Plate *plateAt(QPointF at) const;
    std::optional<std::size_t> levelAt(QPointF at, const ChartSpace &space) const;

    const Theme &m_theme;
    Instrument m_instrument;
    Format m_format;
    std::vector<ChartLevel> m_levels;
    std::vector<Plate> m_plates; ///< as last painted
    Price m_last;
    std::optional<Grip> m_grip;
    std::optional<Grip> m_dropped;
    std::optional<std::size_t> m_hovered;
    PositionText m_positionText = PositionText::Money;
    bool m_isAltNeeded = false;
    bool m_isPlain = false;
};

} // namespace bellwether
