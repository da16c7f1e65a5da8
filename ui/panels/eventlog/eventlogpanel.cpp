#include "ui/panels/eventlog/eventlogpanel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

EventLogPanel::EventLogPanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_model(new EventLogModel(context.format, 5'000, this)),
      m_table(new DataTable(context.theme, m_model, u"eventTable"_s, this))
{
    auto *words = new QLineEdit(this);
    words->setObjectName(u"eventFilter"_s);
    words->setPlaceholderText(tr("Filter events"));
    words->setAccessibleName(tr("Filter events"));
    words->setClearButtonEnabled(true);
    auto *severity = new QComboBox(this);
    severity->setObjectName(u"eventSeverity"_s);
    severity->setAccessibleName(tr("Least severity"));
    severity->addItem(tr("All"), -1);
    severity->addItem(tr("Warnings and errors"), int(DeskEvent::Severity::Warning));
    severity->addItem(tr("Errors"), int(DeskEvent::Severity::Error));
    m_table->setAccessibleName(tr("Event log"));
    m_table->setEmptyText(tr("No event."));
    m_table->setColumnWidths({9, 8, 18, 60});
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 4);
    bar->addWidget(words, 1);
    bar->addWidget(severity);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    connect(words, &QLineEdit::textChanged, this, [this](const QString &text) { m_table->filter().setWords(text); });
    connect(severity, &QComboBox::currentIndexChanged, this, [this, severity] {
        m_table->filter().setLeast(EventLogModel::SeverityRole, severity->currentData().toInt());
    });
}

} // namespace bellwether
