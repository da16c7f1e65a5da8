#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/charts/barseries.h"
#include "ui/charts/chartkeys.h"
#include "ui/charts/chartoverlay.h"
#include "ui/charts/indicatorset.h"
#include "ui/charts/timeaxis.h"

#include "ui/charts/qcustomplotheader.h"

#include <QTimer>

class QToolButton;

namespace bellwether {

class CandlePlottable;
class LinePlottable;

/// Candles, volume and indicators of one instrument and timeframe, with the hands a trader has: the wheel zooms at the
/// cursor, a drag pans, axes scale, keys move. Bars stand side by side (gaps collapse); a bar's key is its index.
/// Replots are collected on a timer; crosshair, tags, legends and markers are painted over the finished plot.
class PriceChart final : public QCustomPlot {
    Q_OBJECT
public:
    PriceChart(const Theme &theme, const Format &format, QWidget *parent = nullptr);
    ~PriceChart() override;

    /// Begins another series; bars come by apply().
    void setSeries(const QString &symbol, Timeframe timeframe, int priceDecimals, const Format &format);
    /// History, closed bars and the bar in progress. The view moves only where its last bar was visible.
    void apply(const ChartUpdate &update);
    /// The desk's clock, for the countdown to the close of the bar.
    void setNow(Timestamp now);
    void setMarkers(std::vector<ChartMarker> markers);
    void setLevels(std::vector<ChartLevel> levels);

    Result<void> addIndicator(const QString &spec);
    void removeIndicator(const QString &title);
    QStringList indicators() const { return m_indicators.titles(); }

    void run(ChartCommand command);
    void goLive();
    void resetView();
    bool isLastBarVisible() const;
    bool isAutoScaled() const { return m_isAutoScaled; }
    bool hasMagnet() const { return m_hasMagnet; }
    std::size_t barCount() const { return m_bars.size(); }
    /// Bars in view, as coordinates of the index axis.
    QCPRange view() const { return {m_lower, m_upper}; }
    double xOfBar(double index) const;
    double barAtX(double x) const;
    QRect plotRect() const;
    /// Draws what is waiting at once (tests, screenshots).
    void flush();

Q_SIGNALS:
    void liveChanged(bool isLive);
    void scaleChanged(bool isAuto);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Zone { Plot, PriceAxis, TimeAxis };
    struct Pane {
        QCPAxisRect *rect = nullptr;
        QString indicator;            ///< title of the indicator that owns it; empty for price and volume
    };
    struct Line {
        LinePlottable *plottable = nullptr;
        std::size_t entry = 0;
        std::size_t line = 0;
        QColor color;
    };
    struct Drag {
        Zone zone = Zone::Plot;
        QPointF from;
        double lower = 0;
        double upper = 0;
        QCPRange price;
        bool isMoving = false;
    };

    QCPAxisRect *addPane(double stretch);
    void rebuildIndicators();
    void styleAxes();
    void setView(double lower, double upper);
    void zoom(double factor, double anchor);
    void autoScale();
    void scalePrice(double factor);
    void setAutoScaled(bool isAuto);
    void scheduleReplot();
    void keepSpacing();
    void placeLiveButton();
    Zone zoneAt(QPointF at) const;
    QCPAxis *keyAxis() const;
    QCPAxis *priceAxis() const;
    double pixelsPerBar() const;
    QRect axisStrip(const QRect &plot) const;

    void paintLevels(QPainter &painter);
    void paintMarkers(QPainter &painter);
    void paintLastPrice(QPainter &painter);
    void paintCrosshair(QPainter &painter);
    void paintLegends(QPainter &painter);
    void paintEmpty(QPainter &painter);
    std::vector<LegendPart> barLegend(std::size_t index) const;
    QPointF markerPoint(const ChartMarker &marker) const;
    const ChartMarker *markerAt(QPointF at) const;
    std::optional<std::size_t> legendBar() const;

    const Theme &m_theme;
    Format m_format;
    QString m_symbol;
    Timeframe m_timeframe = Timeframe::M1;
    int m_decimals = 2;
    BarSeries m_bars;
    TimeAxis m_time;
    IndicatorSet m_indicators;
    std::vector<ChartMarker> m_markers;
    std::vector<ChartLevel> m_levels;
    std::vector<Pane> m_panes;
    std::vector<Line> m_lines;
    QCPMarginGroup *m_margins = nullptr;
    QSharedPointer<TimeTicker> m_timeTicker;
    QSharedPointer<PriceTicker> m_priceTicker;
    CandlePlottable *m_candles = nullptr;
    CandlePlottable *m_volume = nullptr;
    QToolButton *m_liveButton = nullptr;
    QTimer m_replotTimer;
    Timestamp m_now;
    double m_lower = 0;
    double m_upper = 1;
    int m_plotWidth = 0;
    bool m_isAutoScaled = true;
    bool m_isDefaultView = true;
    bool m_wasLive = true;
    bool m_hasMagnet = false;
    bool m_isPercent = false;
    std::optional<QPointF> m_cursor;
    std::optional<Drag> m_drag;
};

} // namespace bellwether
