#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace bellwether {

/// A trade in small: the last minutes of prices with entry, stop and target drawn across, so that reward and risk are
/// seen as heights.
class TradeSketch final : public QWidget {
    Q_OBJECT
public:
    /// Zero hides a level. Texts stand at the right end of the lines.
    struct Level {
        double price = 0;
        QString text;
    };

    explicit TradeSketch(const Theme &theme, QWidget *parent = nullptr);
    void show(Level entry, Level stop, Level target, std::vector<double> prices);
    QSize sizeHint() const override { return {220, 92}; }
    QSize minimumSizeHint() const override { return {120, 60}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Level m_entry;
    Level m_stop;
    Level m_target;
    std::vector<double> m_prices;
};

} // namespace bellwether
