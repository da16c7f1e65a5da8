#include "ui/panels/connections/symbolsdialog.h"

#include "ui/models/celltablemodel.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tone.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

SymbolsDialog::SymbolsDialog(const PanelContext &context, VenueAccounts &accounts, const QString &account, QWidget *parent)
    : QDialog(parent), m_accounts(accounts), m_account(account), m_words(new QLineEdit(this)),
      m_model(new CellTableModel({{tr("Symbol"), {}, false}, {tr("Name"), {}, false}, {tr("Status"), {}, false}, {tr("Live desks"), {}, false}}, this)),
      m_table(new DataTable(context.theme, m_model, u"symbolTable"_s, this)), m_problem(new QLabel(this)), m_toggle(new QPushButton(tr("Watch"), this))
{
    setObjectName(u"symbolsDialog"_s);
    setWindowTitle(tr("Symbols of %1").arg(account));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 560);
    m_words->setObjectName(u"symbolWords"_s);
    m_words->setPlaceholderText(tr("Search the venue's listings: btc, eth usdt, …"));
    m_words->setAccessibleName(tr("Search the venue's listings"));
    m_words->setClearButtonEnabled(true);
    m_table->setAccessibleName(tr("Listings"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(tr("Asking the venue…"));
    m_table->setColumnWidths({14, 20, 12, 12});
    m_problem->setObjectName(u"symbolProblem"_s);
    m_problem->setWordWrap(true);
    m_toggle->setObjectName(u"symbolToggle"_s);
    m_toggle->setAutoDefault(false);
    auto *note = new QLabel(tr("What is chosen here comes with the next live start: quotes, chart and orders. A start is armed for the symbols it has."), this);
    note->setProperty("tone", u"muted"_s);
    note->setWordWrap(true);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_toggle);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_table, 1);
    layout->addWidget(note);
    layout->addLayout(buttons);
    m_pause.setSingleShot(true);
    m_pause.setInterval(200);
    connect(&m_pause, &QTimer::timeout, this, &SymbolsDialog::search);
    connect(m_words, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_words, &QLineEdit::returnPressed, this, &SymbolsDialog::toggle);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_toggle, &QPushButton::clicked, this, &SymbolsDialog::toggle);
    connect(m_table, &DataTable::rowActivated, this, &SymbolsDialog::toggle);
    connect(m_table, &DataTable::currentSourceRowChanged, this, [this] { showButton(); });
    connect(&accounts, &VenueAccounts::symbolsFound, this, [this](quint64 job, const std::vector<VenueSymbol> &symbols) {
        if (job == m_search)
            fill(symbols);
    });
    connect(&accounts, &VenueAccounts::answered, this, [this](quint64 job, bool isDone, const QString &text) {
        const bool isOurs = job != 0 && (job == m_search || job == m_change);
        if (!isOurs || (isDone && text.isEmpty()))
            return;
        setText(m_problem, text);
        setStyleProperty(m_problem, "tone", isDone ? u"muted"_s : u"loss"_s);
        if (!isDone && job == m_search)
            m_table->setEmptyText(tr("The listings are not there."));
        if (job == m_change)
            search();
    });
    search();
    m_words->setFocus();
    showButton();
}

void SymbolsDialog::search() { m_search = m_accounts.findSymbols(m_account, m_words->text()); }

void SymbolsDialog::fill(const std::vector<VenueSymbol> &symbols)
{
    m_shown = symbols;
    m_table->setEmptyText(tr("Nothing of that name is listed."));
    std::vector<CellTableModel::Row> rows;
    for (const VenueSymbol &symbol : symbols) {
        const Tone tone = symbol.isPossible ? Tone::Flat : Tone::Muted;
        rows.push_back({{symbol.symbol, {}, tone}, {symbol.name, {}, tone}, {symbol.status.toLower(), {}, tone},
                        {symbol.isWatched ? tr("watched") : symbol.isPossible ? QString() : tr("not possible"), {}, symbol.isWatched ? Tone::Gain : Tone::Muted}});
    }
    m_model->setRows(std::move(rows));
    const auto kept = std::ranges::find(m_shown, m_chosen, &VenueSymbol::symbol);
    if (!m_shown.empty())
        m_table->selectSourceRow(kept == m_shown.end() ? 0 : int(kept - m_shown.begin()));
    showButton();
}

void SymbolsDialog::showButton()
{
    const int row = m_table->currentSourceRow();
    const VenueSymbol *chosen = row >= 0 && std::size_t(row) < m_shown.size() ? &m_shown[std::size_t(row)] : nullptr;
    m_chosen = chosen == nullptr ? m_chosen : chosen->symbol;
    m_toggle->setEnabled(chosen != nullptr && (chosen->isPossible || chosen->isWatched));
    m_toggle->setText(chosen != nullptr && chosen->isWatched ? tr("Leave %1").arg(chosen->symbol)
                      : chosen != nullptr                    ? tr("Watch %1").arg(chosen->symbol)
                                                             : tr("Watch"));
}

void SymbolsDialog::toggle()
{
    const int row = m_table->currentSourceRow();
    if (row < 0 || std::size_t(row) >= m_shown.size() || !m_toggle->isEnabled())
        return;
    const VenueSymbol chosen = m_shown[std::size_t(row)];
    m_chosen = chosen.symbol;
    m_change = m_accounts.watchSymbol(chosen.symbol, !chosen.isWatched);
}

} // namespace bellwether
