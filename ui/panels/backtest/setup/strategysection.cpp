#include "ui/panels/backtest/setup/strategysection.h"

#include "ui/models/declaredtexts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t strategiesMost = 8;

} // namespace

StrategySection::StrategySection(QWidget *parent)
    : FormSection(u"strategy"_s, tr("Strategy"), parent),
      m_preset(addChoice(u"preset"_s, tr("Report"),
                         {{tr("one backtest"), QString()}, {tr("month by month"), u"monthly"_s},
                          {tr("short-selling day trading"), u"short-selling"_s}, {tr("everything, ranked"), u"comprehensive"_s}},
                         tr("One run, or many runs in one table"))),
      m_presetHelp(new QLabel(this)), m_list(new QWidget(this)), m_add(new QToolButton(this))
{
    m_presetHelp->setObjectName(u"presetHelp"_s);
    m_presetHelp->setProperty("kind", u"caption"_s);
    m_presetHelp->setWordWrap(true);
    addRow(m_presetHelp);
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addRow(m_list);
    m_add->setObjectName(u"addStrategy"_s);
    m_add->setText(tr("Add a strategy"));
    m_add->setToolTip(tr("Another strategy on the same account, with its own book"));
    m_add->setProperty("kind", u"flat"_s);
    addRow(m_add);
    connect(m_add, &QToolButton::clicked, this, [this] {
        addBlock();
        m_blocks.back().choice->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
    connect(m_preset, &QComboBox::currentIndexChanged, this, [this] { applyPreset(); });
    addBlock();
    applyPreset();
}

QString StrategySection::preset() const { return m_preset->currentData().toString(); }

void StrategySection::setPreset(const QString &preset) { chooseValue(m_preset, preset); }

QWidget *StrategySection::firstEditor() const { return m_blocks.front().choice; }

void StrategySection::applyPreset()
{
    const QString kind = preset();
    const bool isEverything = kind == u"comprehensive"_s;
    m_presetHelp->setText(kind == u"monthly"_s ? tr("Every calendar month of the period on an account of its own, in one table.")
                          : kind == u"short-selling"_s
                              ? tr("Each symbol on an account of its own by the rules of short selling: shorts allowed, flat before the close.")
                          : isEverything ? tr("Every strategy with its defaults on each symbol, at 5m, 15m, 1h, 4h and 1d unless one is chosen below.")
                                         : QString());
    m_presetHelp->setVisible(!kind.isEmpty());
    m_list->setVisible(!isEverything);
    m_add->setVisible(!isEverything && m_blocks.size() < strategiesMost);
    if (kind == u"short-selling"_s && m_blocks.size() == 1)
        chooseValue(m_blocks.front().choice, u"intraday_short"_s);
    Q_EMIT presetChanged();
}

void StrategySection::addBlock()
{
    Block block;
    ++m_made;
    const QString suffix = m_made == 1 ? QString() : QString::number(m_made);
    block.box = new QWidget(m_list);
    block.choice = new QComboBox(block.box);
    block.choice->setObjectName(u"field_strategy"_s + suffix);
    block.choice->setAccessibleName(tr("Strategy"));
    block.choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    block.choice->setMinimumContentsLength(8);
    block.choice->setMaxVisibleItems(20);
    block.field = new FormField(block.choice, block.box);
    block.help = new QLabel(block.box);
    block.help->setProperty("kind", u"caption"_s);
    block.help->setWordWrap(true);
    block.parameters = new ParameterForm(m_made == 1 ? QString() : suffix + u'_', block.box);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(block.field, 1);
    if (m_made > 1) {
        auto *remove = new QToolButton(block.box);
        remove->setObjectName(u"removeStrategy"_s + suffix);
        remove->setText(QString(QChar(0x00d7)));
        remove->setAccessibleName(tr("Remove this strategy"));
        remove->setToolTip(tr("Remove this strategy"));
        remove->setProperty("kind", u"flat"_s);
        head->addWidget(remove, 0, Qt::AlignTop);
        connect(remove, &QToolButton::clicked, this, [this, box = block.box] { removeBlock(box); });
    }
    auto *column = new QVBoxLayout(block.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(block.help);
    column->addWidget(block.parameters);
    m_list->layout()->addWidget(block.box);
    for (const LabStrategy &one : m_strategies)
        block.choice->addItem(declaredText(one.title), one.id);
    // The first one that is not in the list already.
    for (int row = 0; row < block.choice->count(); ++row) {
        const auto isTaken = [&](const Block &other) { return other.choice->currentData() == block.choice->itemData(row); };
        if (std::none_of(m_blocks.begin(), m_blocks.end(), isTaken)) {
            block.choice->setCurrentIndex(row);
            break;
        }
    }
    m_blocks.push_back(block);
    showStrategy(m_blocks.back());
    connect(block.choice, &QComboBox::currentIndexChanged, this, [this, box = block.box] {
        const auto found = std::ranges::find(m_blocks, box, &Block::box);
        found->field->setTrouble({});
        showStrategy(*found);
        Q_EMIT changed();
    });
    connect(block.parameters, &ParameterForm::changed, this, [this, form = block.parameters] {
        form->clearTroubles();
        Q_EMIT changed();
    });
    m_add->setVisible(m_blocks.size() < strategiesMost);
}

void StrategySection::removeBlock(const QWidget *box)
{
    const auto found = std::ranges::find(m_blocks, box, &Block::box);
    if (found == m_blocks.end() || m_blocks.size() < 2)
        return;
    found->box->hide();
    found->box->deleteLater();
    m_blocks.erase(found);
    m_add->setVisible(true);
    Q_EMIT changed();
}

void StrategySection::setBlockCount(std::size_t count)
{
    while (m_blocks.size() > std::max<std::size_t>(1, count))
        removeBlock(m_blocks.back().box);
    while (m_blocks.size() < std::min(count, strategiesMost))
        addBlock();
}

void StrategySection::setStrategies(const std::vector<LabStrategy> &strategies)
{
    m_strategies = strategies;
    for (Block &block : m_blocks) {
        const QString before = block.choice->currentData().toString();
        {
            const QSignalBlocker still(block.choice);
            block.choice->clear();
            for (const LabStrategy &one : strategies)
                block.choice->addItem(declaredText(one.title), one.id);
            chooseValue(block.choice, before);
        }
        showStrategy(block);
    }
}

const LabStrategy *StrategySection::strategyOf(const Block &block) const
{
    const auto found = std::ranges::find(m_strategies, block.choice->currentData().toString(), &LabStrategy::id);
    return found == m_strategies.end() ? nullptr : &*found;
}

void StrategySection::showStrategy(Block &block)
{
    const LabStrategy *chosen = strategyOf(block);
    if (!chosen || chosen->id == block.shown)
        return;
    block.shown = chosen->id;
    block.help->setText(declaredText(chosen->help));
    block.choice->setToolTip(declaredText(chosen->help));
    block.parameters->setStrategy(*chosen);
}

std::vector<FormField *> StrategySection::fields() const
{
    std::vector<FormField *> fields = FormSection::fields();
    for (const Block &block : m_blocks) {
        fields.push_back(block.field);
        for (FormField *field : block.parameters->fields())
            fields.push_back(field);
    }
    return fields;
}

FormField *StrategySection::field(const LabFailure &failure) const
{
    if (failure.field == u"strategy"_s)
        return m_blocks.front().field;
    // Two strategies may have a parameter of one name: the sentence says whose it is.
    FormField *found = nullptr;
    for (const Block &block : m_blocks) {
        FormField *field = block.parameters->field(failure.field);
        if (field && (!found || failure.text.contains(block.shown)))
            found = field;
    }
    return found;
}

void StrategySection::check()
{
    for (std::size_t i = 1; i < m_blocks.size(); ++i) {
        const auto isSame = [&](const Block &other) { return other.choice->currentIndex() == m_blocks[i].choice->currentIndex(); };
        if (std::any_of(m_blocks.begin(), m_blocks.begin() + std::ptrdiff_t(i), isSame))
            m_blocks[i].field->setTrouble(tr("Chosen above already."));
    }
}

void StrategySection::read(LabRequest &request) const
{
    if (preset() == u"comprehensive"_s)
        return;
    for (const Block &block : m_blocks) {
        const QString id = block.choice->currentData().toString();
        request.strategies.append(id);
        for (const QString &assignment : block.parameters->values())
            request.parameters.append(m_blocks.size() > 1 ? id + u'.' + assignment : assignment);
    }
}

void StrategySection::show(const LabRequest &request)
{
    if (request.strategies.isEmpty())
        return;
    setBlockCount(std::size_t(request.strategies.size()));
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const QString id = request.strategies.value(qsizetype(i));
        chooseValue(m_blocks[i].choice, id);
        QStringList own;
        for (const QString &assignment : request.parameters) {
            const QString name = assignment.section(u'=', 0, 0);
            if (!name.contains(u'.'))
                own.append(assignment);
            else if (name.section(u'.', 0, 0) == id)
                own.append(assignment.section(u'.', 1));
        }
        m_blocks[i].parameters->setValues(own);
    }
}

} // namespace bellwether
