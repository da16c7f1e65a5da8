#pragma once

#include "core/desk/desksnapshot.h"
#include "ui/charts/candleplottable.h"
#include "ui/charts/chartkeys.h"
#include "ui/charts/chartlayer.h"
#include "ui/charts/chartoverlay.h"
#include "ui/charts/chartpanes.h"
#include "ui/charts/comparedline.h"
#include "ui/charts/levellayer.h"

#include "ui/charts/qcustomplotheader.h"

#include <QTimer>

#include <map>

class QToolButton;

namespace bellwether {

class LegendButtons;

/// How the price axis counts.
enum class PriceScale { Linear, Logarithmic, Percent };

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
    /// Lines to be looked at only; those that can be moved come by a LevelLayer of their owner's.
    void setLevels(std::vector<ChartLevel> levels);

    /// Draws another instrument's closes beside the prices, in percent from the first bar in view.
    void addComparison(const InstrumentId &instrument, const QString &name);
    void removeComparison(const InstrumentId &instrument);
    std::vector<InstrumentId> comparisons() const;
    /// Bars of a compared instrument, of the same timeframe; ignored where it is none.
    void applyComparison(const ChartUpdate &update);

    /// The times at both edges of the view, and the same view by times from another chart.
    std::pair<Timestamp, Timestamp> timesInView() const { return {m_time.timeAt(m_lower), m_time.timeAt(m_upper)}; }
    void followTimes(Timestamp from, Timestamp to);
    /// The crosshair of a linked chart; an invalid time takes it away.
    void followCursor(Timestamp time);
    /// Marks the column of the bar that closed then; an invalid time takes the mark away.
    void setMarkedBar(Timestamp close);

    Result<void> addIndicator(const QString &spec);
    void removeIndicator(const QString &title);
    QStringList indicators() const { return m_indicators.titles(); }

    /// Shows `layer` over those added before; it belongs to its own parent and outlives the chart's painting.
    void addLayer(ChartLayer *layer);
    ChartSpace space() const
    {
        return ChartSpace(m_time, m_bars, *m_priceTicker, keyAxis(), priceAxis(), width());
    }
    const BarSeries &bars() const { return m_bars; }

    /// What a line of an indicator says at a closed bar; NaN where it says nothing (yet).
    double indicatorValue(const QString &title, std::size_t line, std::size_t bar) const;

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
    /// Shows the bars from `lower` to `upper`, as coordinates of the index axis.
    void showBars(double lower, double upper);
    /// Draws what is waiting at once (tests, screenshots).
    void flush();
    /// Nothing is being worked out in the background.
    bool isSettled() const { return m_jobs == 0; }

    void setStyle(ChartStyle style);
    ChartStyle style() const { return m_candles->style(); }
    void setScale(PriceScale scale);
    PriceScale scale() const { return m_scale; }
    bool isInverted() const { return priceAxis()->rangeReversed(); }
    /// The price axis makes room for every order and position, however far they are.
    void setFittingLevels(bool isOn);
    bool isFittingLevels() const { return m_isFittingLevels; }

    /// The wheel scrolls time, and zooms with Shift, instead of the other way round.
    void setWheelScrolling(bool isOn) { m_isWheelScrolling = isOn; }
    bool isWheelScrolling() const { return m_isWheelScrolling; }
    /// Zooming keeps the right edge where it is instead of the bar under the pointer.
    void setZoomAtRightEdge(bool isOn) { m_isZoomAtRightEdge = isOn; }
    bool isZoomAtRightEdge() const { return m_isZoomAtRightEdge; }

    /// Other numbers for an indicator. Errors as addIndicator(); the old ones stay then.
    Result<void> replaceIndicator(const QString &title, const QString &spec);
    void setIndicatorShown(const QString &title, bool isShown);
    bool isIndicatorShown(const QString &title) const { return !m_hidden.contains(title); }
    /// One place up among those with panes or over the prices, as they are drawn.
    void raiseIndicator(const QString &title);
    /// Legends of indicators, on or off.
    void setIndicatorNamesShown(bool areShown);
    bool areIndicatorNamesShown() const { return m_areNamesShown; }

    /// Open, high, low, close, change and volume as the legend tells them: of the bar under the pointer, else of the last.
    QString legendText() const;

    /// The chart as it is, with legends and drawings, without crosshair and buttons.
    QPixmap picture();

Q_SIGNALS:
    void liveChanged(bool isLive);
    void scaleChanged(bool isAuto);
    /// The marker with this place in the list was clicked.
    void markerClicked(int index);
    /// A click over the plot that nothing else took: the span (after, upTo] of the bar there, and whether the bar itself
    /// was hit or only its column.
    void barClicked(bellwether::Timestamp after, bellwether::Timestamp upTo, bool isOnBar);
    /// Style, scale, indicators: what a layout keeps of a chart.
    void looksChanged();
    /// The hand has moved the view, or the pointer: an invalid time where it has left. For linked charts.
    void viewMoved();
    void cursorMoved(bellwether::Timestamp time);
    /// A digit was typed: the beginning of a timeframe.
    void digitTyped(const QString &digit);
    void indicatorSettingsWanted(const QString &title, QPoint globalPos);
    /// A command that is not the chart's own: drawing tools, undo, picture; the magnet after it has changed.
    void commandWanted(bellwether::ChartCommand command);
    /// The right button over prices.
    void menuWanted(QPointF at, double price);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Zone { Plot, PriceAxis, TimeAxis, Divider };
    struct Drag {
        Zone zone = Zone::Plot;
        QPointF from;
        double lower = 0;
        double upper = 0;
        QCPRange price;
        std::size_t divider = 0;
        double dividerOffset = 0; ///< from the pointer to the end of the pane
        bool isMoving = false;
    };

    void begin(std::shared_ptr<const BarColumns> history);
    void compute(const QString &title);
    void finishJob();
    void rebuildIndicators();
    void restyle();
    void repaintTick(const QRegion &before);
    QRegion tickRegion() const;
    void setView(double lower, double upper);
    void zoom(double factor, double anchor);
    bool autoScale();
    void scalePrice(double factor);
    QCPRange scaledRange(const QCPRange &range, double factor) const;
    void dragTo(QPointF at, Qt::KeyboardModifiers modifiers);
    void panPrice(double pixels);
    void cancel();
    void placeLegendButtons(QPointF at);
    Qt::CursorShape hoverAt(QPointF at, Qt::KeyboardModifiers modifiers);
    void setAutoScaled(bool isAuto);
    void scheduleReplot();
    void keepSpacing();
    void placeLiveButton();
    Zone zoneAt(QPointF at) const;
    QCPAxis *keyAxis() const { return m_panes.prices().keyAxis(); }
    QCPAxis *priceAxis() const { return m_panes.prices().valueAxis(); }
    double pixelsPerBar() const;
    QRect axisStrip(const QRect &plot) const;

    void paintLayers(QPainter &painter);
    void paintMarkers(QPainter &painter);
    void paintLastPrice(QPainter &painter);
    void paintCrosshair(QPainter &painter);
    void paintLegends(QPainter &painter);
    void paintEmpty(QPainter &painter);
    std::vector<LegendPart> barLegend(std::size_t index) const;
    std::vector<LegendPart> indicatorLegend(const IndicatorSet::Entry &entry, std::size_t index) const;
    QPointF markerPoint(const ChartMarker &marker) const;
    const ChartMarker *markerAt(QPointF at) const;
    void clickBar(QPointF at, bool isOnMarker);
    void paintMarkedBar(QPainter &painter);
    std::optional<std::size_t> legendBar() const;

    const Theme &m_theme;
    Format m_format;
    QString m_symbol;
    Timeframe m_timeframe = Timeframe::M1;
    int m_decimals = 2;
    BarSeries m_bars;
    TimeAxis m_time;
    QSharedPointer<TimeTicker> m_timeTicker;
    QSharedPointer<PriceTicker> m_priceTicker;
    IndicatorSet m_indicators;
    std::set<QString> m_hidden; ///< titles of indicators that are not drawn
    ChartPanes m_panes;
    std::vector<ChartLayer *> m_layers;
    LevelLayer *m_levels = nullptr; ///< of setLevels(), once it was called
    ChartLayer *m_busyLayer = nullptr; ///< has taken the press of the mouse
    std::map<InstrumentId, ComparedLine> m_comparisons;
    Timestamp m_guestCursor; ///< of a linked chart
    Timestamp m_markedBar;
    std::vector<ChartMarker> m_markers;
    struct LegendRow {
        QString indicator; ///< empty for prices and volume
        QRect plate;
    };
    std::vector<LegendRow> m_legendRows; ///< as last painted
    LegendButtons *m_legendButtons = nullptr;
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
    bool m_isFittingLevels = false;
    bool m_isWheelScrolling = false;
    bool m_isZoomAtRightEdge = false;
    bool m_areNamesShown = true;
    bool m_isPosing = false; ///< for a picture
    PriceScale m_scale = PriceScale::Linear;
    quint64 m_generation = 0; ///< of the history; what was worked out for an older one is dropped
    int m_jobs = 0;
    std::optional<QPointF> m_cursor;
    std::optional<Drag> m_drag;
};

} // namespace bellwether
