#pragma once

#include "ui/models/format.h"
#include "ui/panels/depth/ladderbook.h"

#include <QElapsedTimer>
#include <QWidget>

namespace bellwether {

/// The ladder itself: prices downwards, bids and our buy orders to the left of them, offers and our sell orders to the
/// right. A click asks for an order at a price, an order of ours is moved by a drag and taken away by its cross. Keys:
/// arrows choose a cell, Enter asks for an order there, Delete cancels ours, C centres, F follows, Esc ends a drag.
///
/// While it follows, the market stays in the middle; with the pointer over it it stands still, so that no price moves
/// away under a click.
class DepthLadder final : public QWidget {
    Q_OBJECT
public:
    DepthLadder(const Theme &theme, const Format &format, QWidget *parent = nullptr);

    LadderBook &book() { return m_book; }
    const LadderBook &book() const { return m_book; }
    void setInstrument(const Instrument &instrument);
    /// After the book changed: centres where it shall, and repaints.
    void refresh();
    void setLastTrade(std::optional<TapeTrade> trade) { m_lastTrade = std::move(trade); }
    /// Sentence in place of the ladder; empty shows the ladder.
    void setNote(const QString &note);

    bool isFollowing() const { return m_isFollowing; }
    void setFollowing(bool isFollowing);
    /// For how long after the last move of pointer or keys the rows stand still while the market moves on.
    void setHold(std::chrono::milliseconds hold) { m_hold = hold; }
    void centre();

    /// Where a row's cell of one side is, for tests; empty where out of view.
    QRect cellOf(Side side, std::int64_t row) const;
    /// The cross that cancels our orders there.
    QRect crossOf(Side side, std::int64_t row) const;
    /// What a click at the pointer or the cursor would do, as a sentence.
    QString hint() const;
    /// All that the book shows on one side.
    QString totalText(Side side) const;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void placeWanted(bellwether::Side side, bellwether::OrderType type, bellwether::Price price);
    void moveWanted(const std::vector<bellwether::OrderRow> &orders, bellwether::Price price);
    void cancelWanted(const std::vector<bellwether::OrderRow> &orders);
    void followingChanged(bool isFollowing);
    void hintChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Cell {
        Side side = Side::Buy;
        std::int64_t row = 0;
        bool operator==(const Cell &) const = default;
    };
    struct Columns {
        int order = 0; ///< width of a column of our orders
        int size = 0;  ///< width of a column of quantities
        int price = 0;
    };
    static constexpr int crossWidth = 16;
    Columns columns() const;
    int rowHeight() const;
    int headerHeight() const { return rowHeight(); }
    int rowCount() const;
    QRect rowRect(std::int64_t row) const;
    QRect orderRect(Side side, std::int64_t row) const;
    QRect sizeRect(Side side, std::int64_t row) const;
    QRect priceRect(std::int64_t row) const;
    std::optional<Cell> cellAt(const QPoint &point) const;
    void scroll(std::int64_t rows);
    void setCursorCell(const Cell &cell);
    void place(const Cell &cell);
    void drop(const Cell &cell);
    bool isHeld() const;
    QString deedOf(const Cell &cell) const;
    QString quantityText(Quantity quantity) const;
    void paintHeader(QPainter &painter) const;
    void paintRow(QPainter &painter, std::int64_t row, double largest) const;
    void paintSide(QPainter &painter, Side side, std::int64_t row, double largest) const;
    void paintOrders(QPainter &painter, Side side, const QRect &place, const std::vector<OrderRow> &orders, bool isDragged) const;

    const Theme &m_theme;
    const Format &m_format;
    LadderBook m_book;
    std::optional<TapeTrade> m_lastTrade;
    QString m_note;
    int m_priceDecimals = 2;
    int m_quantityDecimals = 0;
    std::int64_t m_top = 0;            ///< row at the top of the view
    bool m_isCentred = false;          ///< since the instrument was set
    bool m_isFollowing = true;
    QElapsedTimer m_touched;           ///< since the last move of pointer or keys
    std::chrono::milliseconds m_hold{5'000};
    std::optional<Cell> m_hovered;
    std::optional<Cell> m_cursor;      ///< of the keyboard
    std::optional<Cell> m_pressed;
    std::optional<Cell> m_dragged;     ///< where the orders that are being dragged come from
};

} // namespace bellwether
