#include "ui/panels/chart/chartbar.h"

#include "ui/models/declaredtexts.h"
#include "ui/widgets/sparingrow.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

QToolButton *ChartBar::flatButton(QWidget *parent, const QString &name, const QString &help)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setProperty("kind", u"flat"_s);
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QString ChartBar::textOf(ChartStyle style)
{
    switch (style) {
    case ChartStyle::Candles: return tr("Candles");
    case ChartStyle::Bars: return tr("Bars");
    case ChartStyle::Line: return tr("Line");
    case ChartStyle::Area: return tr("Area");
    case ChartStyle::HeikinAshi: return tr("Heikin-Ashi");
    }
    return {};
}

ChartBar::ChartBar(const Theme &theme, PriceChart &chart, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_chart(chart), m_title(new QLabel(this)), m_timeframes(new QActionGroup(this)),
      m_row(new QHBoxLayout(this))
{
    setObjectName(u"chartBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_row->setContentsMargins(8, 2, 8, 2);
    m_row->setSpacing(2);
    m_title->setProperty("kind", u"heading"_s);
    m_row->addWidget(m_title);
    m_row->addSpacing(8);
    addTimeframes(m_row);
    m_row->addSpacing(6);

    const auto addMenu = [this](const QString &name, const QString &help) {
        QToolButton *button = flatButton(this, name, help);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setMenu(new QMenu(button));
        m_row->addWidget(button);
        return button;
    };
    m_style = addMenu(u"styleButton"_s, tr("How prices are drawn"));
    m_scale = addMenu(u"scaleButton"_s, tr("How the price axis counts"));
    m_scale->setText(tr("Scale"));
    m_indicators = addMenu(u"indicatorButton"_s, tr("Indicators on the chart"));
    m_indicators->setText(tr("Indicators"));
    m_indicatorMenu = m_indicators->menu();
    m_row->addStretch(1);
    m_magnet = flatButton(this, u"magnetButton"_s, tr("Crosshair and drawings stick to open, high, low, close (Alt+M)"));
    m_magnet->setCheckable(true);
    m_row->addWidget(m_magnet);
    m_autoScale = flatButton(this, u"autoScaleButton"_s, tr("Price axis follows the bars in view"));
    m_autoScale->setText(tr("Auto"));
    m_autoScale->setCheckable(true);
    m_autoScale->setChecked(true);
    m_row->addWidget(m_autoScale);
    m_picture = flatButton(this, u"pictureButton"_s, tr("Picture of the chart (Alt+Shift+S)"));
    m_row->addWidget(m_picture);

    connect(m_style->menu(), &QMenu::aboutToShow, this, [this] {
        m_style->menu()->clear();
        for (const ChartStyle style : allChartStyles) {
            QAction *action = m_style->menu()->addAction(textOf(style), this, [this, style] { m_chart.setStyle(style); });
            action->setCheckable(true);
            action->setChecked(m_chart.style() == style);
        }
    });
    connect(m_scale->menu(), &QMenu::aboutToShow, this, [this] {
        m_scale->menu()->clear();
        addLooks(*m_scale->menu());
    });
    connect(m_indicatorMenu, &QMenu::aboutToShow, this, [this] { fillIndicatorMenu(); });
    connect(m_magnet, &QToolButton::clicked, this, [this] { m_chart.run(ChartCommand::Magnet); });
    connect(&chart, &PriceChart::commandWanted, m_magnet, [this] { m_magnet->setChecked(m_chart.hasMagnet()); });
    connect(m_autoScale, &QToolButton::clicked, this, [this] {
        m_chart.resetView();
        m_autoScale->setChecked(true);
    });
    connect(&chart, &PriceChart::scaleChanged, m_autoScale, &QToolButton::setChecked);
    connect(m_picture, &QToolButton::clicked, this, &ChartBar::pictureWanted);
    connect(&chart, &PriceChart::looksChanged, this, [this] { m_style->setText(textOf(m_chart.style())); });
    connect(&theme, &Theme::changed, this, [this] { retheme(); });
    m_style->setText(textOf(chart.style()));
    retheme();
    spareRoom();
}

void ChartBar::addTimeframes(QHBoxLayout *row)
{
    for (const Timeframe timeframe : allTimeframes) {
        const QString text = toString(timeframe);
        auto *action = new QAction(text, this);
        action->setCheckable(true);
        action->setData(int(timeframe));
        action->setObjectName(u"timeframe_"_s + text);
        m_timeframes->addAction(action);
        QToolButton *button = flatButton(this, {}, tr("Timeframe %1").arg(text));
        button->setDefaultAction(action);
        button->setToolTip(tr("Timeframe %1").arg(text));
        row->addWidget(button);
        m_timeframeButtons.push_back(button);
    }
    m_timeframeMenu = flatButton(this, u"timeframeMenu"_s, tr("Timeframes"));
    m_timeframeMenu->setPopupMode(QToolButton::InstantPopup);
    m_timeframeMenu->setMenu(new QMenu(m_timeframeMenu));
    m_timeframeMenu->menu()->addActions(m_timeframes->actions());
    m_timeframeMenu->hide();
    row->addWidget(m_timeframeMenu);
    connect(m_timeframes, &QActionGroup::triggered, this,
            [this](QAction *action) { Q_EMIT timeframeWanted(Timeframe(action->data().toInt())); });
}

void ChartBar::addButton(QToolButton *button) { m_row->addWidget(button); }

void ChartBar::spareRoom()
{
    auto *sparing = new SparingRow(this);
    sparing->addStep([this](bool isShort) {
        for (QToolButton *button : {m_style, m_indicators})
            button->setToolButtonStyle(isShort ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    });
    sparing->addStep([this](bool isShort) {
        for (QToolButton *button : m_timeframeButtons)
            button->setHidden(isShort);
        m_timeframeMenu->setVisible(isShort);
    });
    sparing->addStep([this](bool isShort) {
        m_picture->setHidden(isShort);
        m_magnet->setHidden(isShort);
    });
}

QSize ChartBar::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 34, QWidget::minimumSizeHint().height()}; }

void ChartBar::retheme()
{
    m_style->setIcon(m_theme.icon(u"candles"));
    m_indicators->setIcon(m_theme.icon(u"indicators"));
    m_magnet->setIcon(m_theme.icon(u"magnet"));
    m_picture->setIcon(m_theme.icon(u"picture"));
}

void ChartBar::showSeries(const QString &symbol, const QString &name, Timeframe timeframe)
{
    m_title->setText(symbol);
    m_title->setToolTip(name);
    m_timeframeMenu->setText(toString(timeframe));
    for (QAction *action : m_timeframes->actions())
        action->setChecked(action->data().toInt() == int(timeframe));
}

void ChartBar::addLooks(QMenu &menu)
{
    const auto add = [&](const QString &text, bool isOn, ChartCommand command) {
        QAction *action = menu.addAction(text, this, [this, command] { m_chart.run(command); });
        action->setCheckable(true);
        action->setChecked(isOn);
        for (const ChartKey &key : chartKeys()) {
            if (key.command == command)
                action->setText(text + u'\t' + QKeySequence(key.key).toString(QKeySequence::NativeText));
        }
    };
    add(tr("Logarithmic"), m_chart.scale() == PriceScale::Logarithmic, ChartCommand::LogScale);
    add(tr("Percent"), m_chart.scale() == PriceScale::Percent, ChartCommand::Percent);
    add(tr("Inverted"), m_chart.isInverted(), ChartCommand::Invert);
    add(tr("Fit orders and positions"), m_chart.isFittingLevels(), ChartCommand::FitOrders);
    const auto addSwitch = [&](const QString &text, bool isOn, void (PriceChart::*set)(bool)) {
        QAction *action = menu.addAction(text, this, [this, isOn, set] { (m_chart.*set)(!isOn); });
        action->setCheckable(true);
        action->setChecked(isOn);
    };
    addSwitch(tr("Names of indicators"), m_chart.areIndicatorNamesShown(), &PriceChart::setIndicatorNamesShown);
    addSwitch(tr("Wheel scrolls, Shift+wheel zooms"), m_chart.isWheelScrolling(), &PriceChart::setWheelScrolling);
    addSwitch(tr("Zoom at the right edge"), m_chart.isZoomAtRightEdge(), &PriceChart::setZoomAtRightEdge);
}

void ChartBar::fillIndicatorMenu()
{
    m_indicatorMenu->clear();
    const QStringList shown = m_chart.indicators();
    const auto addToggle = [&](const QString &spec, const QString &help) {
        QAction *action = m_indicatorMenu->addAction(help.isEmpty() ? spec : spec + u'\t' + help);
        action->setCheckable(true);
        action->setChecked(shown.contains(spec));
        connect(action, &QAction::toggled, this, [this, spec](bool isOn) {
            if (!isOn)
                m_chart.removeIndicator(spec);
            else if (const auto added = m_chart.addIndicator(spec); !added)
                Q_EMIT notice(added.error().detail);
        });
    };
    QStringList listed;
    for (const IndicatorInfo &info : shippedIndicators()) {
        const auto spec = parseIndicatorSpec(QString::fromUtf8(info.name.data(), qsizetype(info.name.size())));
        if (!spec)
            continue;
        listed.append(toString(*spec));
        addToggle(listed.last(), declaredText(QString::fromUtf8(info.help.data(), qsizetype(info.help.size()))));
    }
    m_indicatorMenu->addSeparator();
    for (const QString &spec : shown) {
        if (!listed.contains(spec))
            addToggle(spec, {});
    }
    m_indicatorMenu->addAction(tr("Add with other numbers…"), this, [this] { askForIndicator(); });
}

void ChartBar::askForIndicator()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add indicator"));
    dialog->setLabelText(tr("Indicator and its numbers, for example ema:50 or macd:12,26,9"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        if (const auto added = m_chart.addIndicator(text.trimmed()); !added)
            Q_EMIT notice(added.error().detail);
    });
    dialog->show();
}

} // namespace bellwether
