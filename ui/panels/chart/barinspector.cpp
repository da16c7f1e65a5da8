#include "ui/panels/chart/barinspector.h"

#include "ui/models/declaredtexts.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

struct Cause {
    QStringView name;
    const char *text;
};
constexpr std::array causes{
    Cause{u"not_finite", QT_TRANSLATE_NOOP("BarInspector", "its price or confidence was not a number")},
    Cause{u"unknown_instrument", QT_TRANSLATE_NOOP("BarInspector", "the symbol is not traded on this desk")},
    Cause{u"already_in_position", QT_TRANSLATE_NOOP("BarInspector", "the strategy held this position already")},
    Cause{u"below_confidence_cutoff", QT_TRANSLATE_NOOP("BarInspector", "its confidence was below the cut-off")},
    Cause{u"strategy_off", QT_TRANSLATE_NOOP("BarInspector", "the strategy is switched off for this symbol")},
    Cause{u"short_not_possible", QT_TRANSLATE_NOOP("BarInspector", "the symbol cannot be sold short")},
};

QString causeText(const QString &name)
{
    const auto found = std::ranges::find(causes, QStringView(name), &Cause::name);
    return found == causes.end() ? name : QCoreApplication::translate("BarInspector", found->text);
}

QString queueText(const StrategyVerdict &verdict)
{
    switch (verdict.state) {
    case SignalState::Rejected: return BarInspector::tr("You rejected it: %1").arg(verdict.detail);
    case SignalState::Expired: return BarInspector::tr("It expired: %1").arg(verdict.detail);
    default: return BarInspector::tr("A newer signal took its place.");
    }
}

// The first condition that fails of the side that lacks the fewest.
QString firstUnmet(const StrategyVerdict &verdict)
{
    const auto unmet = [](const StrategyVerdict::SideView &side) {
        return std::ranges::count_if(side.conditions, [](const ReasonText &each) { return !each.isMet; });
    };
    const auto nearest = std::ranges::min_element(verdict.sides, {}, unmet);
    if (nearest == verdict.sides.end() || unmet(*nearest) == 0)
        return {};
    return std::ranges::find(nearest->conditions, false, &ReasonText::isMet)->text;
}

} // namespace

QString gateText(const StrategyVerdict &verdict)
{
    switch (verdict.gate) {
    case StrategyVerdict::Gate::NoBars: return BarInspector::tr("No bar of its timeframe had closed yet.");
    case StrategyVerdict::Gate::WarmUp: return BarInspector::tr("Warming up: bar %1 that it needs.").arg(verdict.detail);
    case StrategyVerdict::Gate::Conditions:
        return verdict.sides.empty() ? BarInspector::tr("No signal.") : BarInspector::tr("Not met: %1").arg(firstUnmet(verdict));
    case StrategyVerdict::Gate::Schedule: return BarInspector::tr("All met, but its category does not decide at this bar.");
    case StrategyVerdict::Gate::Before: return BarInspector::tr("All met, but no proposal: %1.").arg(causeText(verdict.detail));
    case StrategyVerdict::Gate::Queue: return queueText(verdict);
    case StrategyVerdict::Gate::Risk: return BarInspector::tr("Refused by the risk gate: %1").arg(verdict.detail);
    case StrategyVerdict::Gate::Waiting: return BarInspector::tr("It waits for your approval.");
    case StrategyVerdict::Gate::Ordered: return BarInspector::tr("Nothing stopped it: an order was sent.");
    case StrategyVerdict::Gate::NotKnown:
        return BarInspector::tr("All met; the desk was not running then, or it is too long ago.");
    }
    return {};
}

BarInspector::BarInspector(const PanelContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_title(new QLabel(this)), m_text(new QTextBrowser(this))
{
    setObjectName(u"barInspector"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(fontMetrics().averageCharWidth() * 46);
    m_title->setProperty("kind", u"heading"_s);
    m_text->setObjectName(u"barInspectorText"_s);
    m_text->setAccessibleName(tr("Why there was no trade at this bar"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    auto *close = new QToolButton(this);
    close->setObjectName(u"barInspectorClose"_s);
    close->setProperty("kind", u"flat"_s);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    close->setIcon(m_context.theme.icon(u"close"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 4, 4);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    setFocusProxy(m_text);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    connect(&m_context.desk, &TradingDesk::barExplained, this, [this](const BarExplanation &explanation) {
        if (explanation.command == m_asked)
            show(explanation);
    });
    connect(&m_context.theme, &Theme::changed, this, [this, close] {
        close->setIcon(m_context.theme.icon(u"close"));
        render();
    });
    hide();
}

void BarInspector::inspect(const InstrumentId &instrument, Timestamp after, Timestamp upTo)
{
    m_title->setText(tr("Why not? %1").arg(timeOf(after, upTo)));
    m_asked = m_context.desk.explainBar(instrument, after, upTo);
    QWidget::show();
}

QString BarInspector::timeOf(Timestamp after, Timestamp upTo) const
{
    const bool isLong = upTo - after >= std::chrono::hours(24);
    const QDateTime begin = m_context.format.local(isLong ? upTo - std::chrono::milliseconds(1) : after);
    return QLocale().toString(begin, isLong ? u"ddd d MMM yyyy"_s : u"d MMM HH:mm"_s);
}

void BarInspector::show(const BarExplanation &explanation)
{
    m_shown = explanation;
    render();
    m_text->verticalScrollBar()->setValue(0);
}

void BarInspector::render()
{
    if (m_shown.upTo == Timestamp())
        return;
    QString html;
    for (const StrategyVerdict &verdict : m_shown.verdicts)
        html += blockOf(verdict);
    m_text->setHtml(html.isEmpty() ? u"<p>%1</p>"_s.arg(tr("No strategy runs on this symbol.").toHtmlEscaped()) : html);
}

QString BarInspector::blockOf(const StrategyVerdict &verdict) const
{
    const Theme &theme = m_context.theme;
    const auto colored = [&theme](const QString &text, ColorRole role) {
        return u"<span style='color:%1'>%2</span>"_s.arg(theme.color(role).name(), text.toHtmlEscaped());
    };
    using Gate = StrategyVerdict::Gate;
    const ColorRole tone = verdict.gate == Gate::Ordered  ? ColorRole::Gain
        : verdict.gate == Gate::Risk                      ? ColorRole::Loss
        : verdict.raised                                  ? ColorRole::Warning
                                                          : ColorRole::TextMuted;
    QString html = u"<p style='margin:10px 0 2px 0'><b>%1</b> %2<br>%3</p>"_s
                       .arg(verdict.strategy.toString().toHtmlEscaped(),
                            colored(toString(verdict.timeframe)
                                        + (verdict.barClose.isValid() ? u" · "_s + m_context.format.minute(verdict.barClose) : QString()),
                                    ColorRole::TextMuted),
                            colored(gateText(verdict), tone));
    if (verdict.sides.empty())
        return html;
    html += u"<table cellspacing='0' cellpadding='1' style='margin:0 0 4px 0'>"_s;
    for (const StrategyVerdict::SideView &side : verdict.sides) {
        bool isFirst = true;
        for (const ReasonText &condition : side.conditions) {
            html += u"<tr><td width='44'>%1</td><td width='16'>%2</td><td>%3</td></tr>"_s
                        .arg(isFirst ? colored(side.side == Side::Buy ? tr("BUY") : tr("SELL"), ColorRole::TextMuted) : QString(),
                             condition.isMet ? colored(u"✓"_s, ColorRole::Gain) : colored(u"✗"_s, ColorRole::Loss),
                             colored(reasonText(condition), condition.isMet ? ColorRole::Text : ColorRole::TextMuted));
            isFirst = false;
        }
    }
    return html + u"</table>"_s;
}

void BarInspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    hide();
    Q_EMIT closed();
}

} // namespace bellwether
