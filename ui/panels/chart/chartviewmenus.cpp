#include "ui/panels/chart/chartview.h"

#include "ui/panels/chart/chartbar.h"
#include "ui/panels/chart/charttrader.h"

#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

// The menus of one chart: link colour, grid, comparison, and that of the right button.
namespace bellwether {

void ChartView::addGroupButtons()
{
    const auto add = [this](const QString &name, const QString &help, void (ChartView::*fill)()) {
        QToolButton *button = ChartBar::flatButton(m_bar, name, help);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(new QMenu(button));
        connect(button->menu(), &QMenu::aboutToShow, this, fill);
        m_bar->addButton(button);
        return button;
    };
    m_compareButton = add(u"compareButton"_s, tr("Compare with another symbol, in percent"), &ChartView::fillCompareMenu);
    m_linkButton = add(u"linkButton"_s, tr("Charts of one colour show the same symbol, time range and crosshair"),
                       &ChartView::fillLinkMenu);
    m_gridButton = add(u"gridButton"_s, tr("One or several charts"), &ChartView::fillGridMenu);
    connect(&m_context.theme, &Theme::changed, this, [this] { retheme(); });
    retheme();
}

void ChartView::retheme()
{
    constexpr std::array grids{u"grid1", u"grid2", u"grid3", u"grid4"};
    m_compareButton->setIcon(m_context.theme.icon(u"compare"));
    m_gridButton->setIcon(m_context.theme.icon(grids[std::size_t(m_grid)]));
    const auto dot = [this](int link) {
        QPixmap pixmap(14, 14);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_context.theme.color(ColorRole::TextMuted), 1.4));
        if (link > 0)
            painter.setBrush(m_context.theme.lineColor(link - 1));
        painter.drawEllipse(2, 2, 10, 10);
        return QIcon(pixmap);
    };
    m_linkButton->setIcon(dot(m_link));
    for (QAction *action : m_linkButton->menu()->actions())
        action->setIcon(dot(action->data().toInt()));
}

void ChartView::fillLinkMenu()
{
    QMenu *menu = m_linkButton->menu();
    menu->clear();
    const std::array names{tr("On its own"), tr("Blue"), tr("Amber"), tr("Violet"), tr("Teal")};
    for (int link = 0; link < int(names.size()); ++link) {
        QAction *action = menu->addAction(names[std::size_t(link)], this, [this, link] { setLink(link); });
        action->setData(link);
        action->setCheckable(true);
        action->setChecked(link == m_link);
    }
    retheme();
}

void ChartView::setLink(int link)
{
    m_link = std::clamp(link, 0, 4);
    retheme();
}

void ChartView::showGrid(int grid, bool isOneOfSeveral)
{
    m_grid = grid;
    m_linkButton->setVisible(isOneOfSeveral);
    retheme();
}

void ChartView::fillGridMenu()
{
    QMenu *menu = m_gridButton->menu();
    menu->clear();
    const std::array names{tr("One chart"), tr("Two beside each other"), tr("Two under each other"), tr("Four charts")};
    for (int grid = 0; grid < int(names.size()); ++grid) {
        // Queued: the answer may remove this chart with its menu.
        QAction *action = menu->addAction(names[std::size_t(grid)]);
        connect(action, &QAction::triggered, this, [this, grid] { Q_EMIT gridWanted(grid); }, Qt::QueuedConnection);
        action->setCheckable(true);
        action->setChecked(grid == m_grid);
    }
}

void ChartView::fillCompareMenu()
{
    QMenu *menu = m_compareButton->menu();
    menu->clear();
    const std::vector<InstrumentId> compared = m_chart->comparisons();
    for (const Instrument &instrument : m_context.desk.instruments()) {
        if (instrument.id == m_instrument)
            continue;
        const bool isOn = std::ranges::find(compared, instrument.id) != compared.end();
        QAction *action = menu->addAction(instrument.symbol);
        action->setCheckable(true);
        action->setChecked(isOn);
        connect(action, &QAction::triggered, this, [this, id = instrument.id, isOn] {
            if (!isOn) {
                compare(id);
                return;
            }
            m_chart->removeComparison(id);
            Q_EMIT comparisonWanted(id, false);
        });
    }
}

void ChartView::openMenu(QPointF at, double price)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"chartMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_chart->plotRect().contains(at.toPoint()))
        m_trader->addActions(*menu, price);
    menu->addAction(tr("Reset the view"), m_chart, [this] { m_chart->resetView(); });
    m_bar->addLooks(*menu);
    menu->addSeparator();
    QAction *removeAll = menu->addAction(tr("Remove all drawings"), this, [this] { m_drawings->removeAll(); });
    removeAll->setEnabled(!m_drawings->drawings().empty());
    menu->addAction(tr("Picture…"), this, [this] { takePicture(); });
    menu->popup(m_chart->mapToGlobal(at.toPoint()));
}

} // namespace bellwether
