#include "ui/panels/ticket/workform.h"

#include "ui/widgets/decimaledit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Type = WorkField::Type;

QString decimalText(std::int64_t raw) { return toString(Price::fromRaw(raw)); }

QComboBox *timeframeBox(QWidget *parent, const QString &chosen)
{
    auto *box = new QComboBox(parent);
    for (const Timeframe timeframe : allTimeframes)
        box->addItem(toString(timeframe), toString(timeframe));
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    return box;
}

} // namespace

QString workFieldText(const WorkField &field)
{
    const QString key = QLatin1String(field.key);
    if (field.type == Type::Condition)
        return WorkForm::tr("When");
    if (key == u"strategy")
        return WorkForm::tr("Position of");
    if (key == u"distance")
        return WorkForm::tr("Distance");
    if (key == u"offset")
        return WorkForm::tr("Beyond the entry");
    if (key == u"timeframe")
        return WorkForm::tr("Bars of the range");
    if (key == u"limit")
        return WorkForm::tr("Limit");
    if (key == u"stop")
        return WorkForm::tr("Stop");
    if (key == u"bracket_stop")
        return WorkForm::tr("Stop loss");
    if (key == u"bracket_target")
        return WorkForm::tr("Take profit");
    if (key == u"visible")
        return WorkForm::tr("Shown at a time");
    if (key == u"minutes")
        return WorkForm::tr("Minutes");
    if (key == u"seconds")
        return WorkForm::tr("Seconds between quotes");
    if (key == u"slices")
        return WorkForm::tr("Slices");
    if (key == u"inventory")
        return WorkForm::tr("Most to hold");
    if (key == u"skew")
        return WorkForm::tr("Shift when full");
    if (key == u"exit")
        return WorkForm::tr("Only closes");
    return key;
}

WorkForm::WorkForm(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void WorkForm::setInstrument(const Instrument &instrument)
{
    m_instrument = instrument;
    if (const auto kind = std::exchange(m_kind, std::nullopt))
        setKind(*kind);
}

void WorkForm::setHoldings(const QStringList &strategies)
{
    if (strategies == m_holdings)
        return;
    m_holdings = strategies;
    for (const Row &row : m_rows) {
        if (row.field->type != Type::Holding)
            continue;
        auto *box = static_cast<QComboBox *>(row.editor);
        const QString chosen = box->currentText();
        box->clear();
        box->addItems(m_holdings);
        box->setCurrentIndex(std::max(0, box->findText(chosen)));
    }
}

void WorkForm::setClock(const QDateTime &wall, Duration offset)
{
    m_offset = offset;
    m_now = wall;
}

void WorkForm::setKind(WorkKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_rows.clear();
    m_condition = nullptr;
    for (const WorkField &field : infoOf(kind).fields)
        addRow(field);
    Q_EMIT changed();
}

void WorkForm::addRow(const WorkField &field)
{
    m_rows.push_back(makeRow(field));
    QWidget *editor = m_rows.back().editor;
    const QString name = workFieldText(field);
    editor->setObjectName(u"work_"_s + (field.type == Type::Condition ? u"condition"_s : QString::fromLatin1(field.key)));
    editor->setAccessibleName(name);
    m_layout->addRow(name, editor);
}

DecimalEdit *WorkForm::makeNumber(const QString &name, std::int64_t step, int decimals)
{
    auto *edit = new DecimalEdit(this);
    edit->setUp(step, 0, decimals, true);
    edit->setAccessibleName(name);
    connect(edit, &QLineEdit::textChanged, this, &WorkForm::changed);
    return edit;
}

WorkForm::Row WorkForm::numberRow(const WorkField &field, std::int64_t step, int decimals)
{
    DecimalEdit *edit = makeNumber(workFieldText(field), step, decimals);
    if (!field.isNeeded)
        edit->setPlaceholderText(tr("none"));
    return {&field, edit, [edit]() -> Result<QString> {
                const auto value = edit->value();
                if (!value)
                    return failure(value.error());
                return *value == 0 ? QString() : decimalText(*value);
            }};
}

WorkForm::Row WorkForm::countRow(const WorkField &field)
{
    auto *box = new QSpinBox(this);
    box->setRange(1, field.type == Type::Minutes ? 30 * 1'440 : 10'000);
    box->setValue(QString::fromLatin1(field.fallback).toInt());
    connect(box, &QSpinBox::valueChanged, this, &WorkForm::changed);
    return {&field, box, [box]() -> Result<QString> { return QString::number(box->value()); }};
}

WorkForm::Row WorkForm::distanceRow(const WorkField &field)
{
    auto *edit = new QLineEdit(QString::fromLatin1(field.fallback), this);
    edit->setToolTip(tr("A price such as 1.5, a percentage such as 2%, or a multiple of the average true range such as 1.5atr"));
    if (!field.isNeeded)
        edit->setPlaceholderText(tr("none"));
    connect(edit, &QLineEdit::textChanged, this, &WorkForm::changed);
    return {&field, edit, [edit]() -> Result<QString> {
                const QString text = edit->text().remove(u' ').toLower();
                if (text.isEmpty())
                    return text;
                if (const auto distance = parseDistance(text); !distance)
                    return failure(ErrorCode::InvalidArgument, tr("“%1” is no distance: 1.5, 2% or 1.5atr.").arg(edit->text()));
                return text;
            }};
}

WorkForm::Row WorkForm::makeRow(const WorkField &field)
{
    switch (field.type) {
    case Type::Level: return numberRow(field, m_instrument.tickSize.raw(), m_instrument.priceDecimals());
    case Type::Size: return numberRow(field, m_instrument.lotSize.raw(), m_instrument.quantityDecimals());
    case Type::Distance: return distanceRow(field);
    case Type::Minutes:
    case Type::Seconds:
    case Type::Count: return countRow(field);
    case Type::Condition: return conditionRow(field);
    case Type::Share: {
        auto *box = new QDoubleSpinBox(this);
        box->setLocale(QLocale::c());
        box->setRange(0, 1);
        box->setSingleStep(0.1);
        box->setValue(QString::fromLatin1(field.fallback).toDouble());
        box->setToolTip(tr("Share of the half spread by which a full inventory shifts both quotes"));
        connect(box, &QDoubleSpinBox::valueChanged, this, &WorkForm::changed);
        return {&field, box, [box]() -> Result<QString> { return QString::number(box->value(), 'g', 6); }};
    }
    case Type::Timeframe: {
        QComboBox *box = timeframeBox(this, QString::fromLatin1(field.fallback));
        connect(box, &QComboBox::currentIndexChanged, this, &WorkForm::changed);
        return {&field, box, [box]() -> Result<QString> { return box->currentData().toString(); }};
    }
    case Type::Holding: {
        auto *box = new QComboBox(this);
        box->addItems(m_holdings);
        connect(box, &QComboBox::currentIndexChanged, this, &WorkForm::changed);
        return {&field, box, [box]() -> Result<QString> {
                    if (box->currentText().isEmpty())
                        return failure(ErrorCode::NotFound, tr("Nothing is held in this symbol."));
                    return box->currentText();
                }};
    }
    case Type::Exit: {
        auto *box = new QCheckBox(this);
        box->setToolTip(tr("Closes what the trader's own book holds, and opens nothing"));
        connect(box, &QCheckBox::toggled, this, &WorkForm::changed);
        return {&field, box, [box]() -> Result<QString> { return box->isChecked() ? u"yes"_s : QString(); }};
    }
    }
    return {};
}

WorkForm::Row WorkForm::conditionRow(const WorkField &field)
{
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_condition = new QComboBox(whole);
    m_condition->setObjectName(u"work_when"_s);
    m_condition->setAccessibleName(tr("Condition"));
    for (const auto &[text, word] : {std::pair{tr("the price rises to"), u"above"_s}, {tr("the price falls to"), u"below"_s},
                                     {tr("an indicator is above"), u"more"_s}, {tr("an indicator is below"), u"less"_s}, {tr("the clock is at"), u"at"_s}})
        m_condition->addItem(text, word);
    m_conditionPrice = makeNumber(tr("Price of the condition"), m_instrument.tickSize.raw(), m_instrument.priceDecimals());
    m_conditionPrice->setObjectName(u"work_conditionPrice"_s);
    m_indicator = new QLineEdit(u"rsi:14"_s, whole);
    m_indicator->setObjectName(u"work_indicator"_s);
    m_indicator->setAccessibleName(tr("Indicator and its numbers, such as rsi:14"));
    m_indicator->setToolTip(m_indicator->accessibleName());
    m_threshold = new QLineEdit(u"70"_s, whole);
    m_threshold->setObjectName(u"work_threshold"_s);
    m_threshold->setAccessibleName(tr("Threshold of the indicator"));
    m_indicatorBars = timeframeBox(whole, u"15m"_s);
    m_indicatorBars->setObjectName(u"work_indicatorBars"_s);
    m_indicatorBars->setAccessibleName(tr("Bars of the indicator"));
    m_at = new QDateTimeEdit(whole);
    m_at->setObjectName(u"work_at"_s);
    m_at->setTimeSpec(Qt::UTC);
    m_at->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_at->setAccessibleName(tr("Time of the condition"));
    m_at->setDateTime(m_now.isValid() ? m_now.addSecs(900) : QDateTime::currentDateTimeUtc());
    for (QWidget *part : std::initializer_list<QWidget *>{m_condition, m_conditionPrice, m_indicator, m_threshold, m_indicatorBars, m_at})
        column->addWidget(part);
    whole->setFocusProxy(m_condition);
    connect(m_condition, &QComboBox::currentIndexChanged, this, [this] {
        showCondition();
        Q_EMIT changed();
    });
    for (QLineEdit *edit : {m_indicator, m_threshold})
        connect(edit, &QLineEdit::textChanged, this, &WorkForm::changed);
    connect(m_indicatorBars, &QComboBox::currentIndexChanged, this, &WorkForm::changed);
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, &WorkForm::changed);
    showCondition();
    return {&field, whole, [this] { return conditionWords(); }};
}

void WorkForm::showCondition()
{
    const QString word = m_condition->currentData().toString();
    const bool isIndicator = word == u"more" || word == u"less";
    m_conditionPrice->setVisible(word == u"above" || word == u"below");
    m_at->setVisible(word == u"at");
    for (QWidget *part : std::initializer_list<QWidget *>{m_indicator, m_threshold, m_indicatorBars})
        part->setVisible(isIndicator);
}

Result<QString> WorkForm::conditionWords() const
{
    const QString word = m_condition->currentData().toString();
    if (word == u"at") {
        const QDateTime wall(m_at->date(), m_at->time(), Qt::UTC);
        return u"at="_s + toIsoString(Timestamp::fromSeconds(wall.toSecsSinceEpoch()) - m_offset);
    }
    if (word == u"more" || word == u"less") {
        bool isNumber = false;
        QLocale::c().toDouble(m_threshold->text(), &isNumber);
        if (m_indicator->text().trimmed().isEmpty() || !isNumber)
            return failure(ErrorCode::InvalidArgument, tr("The condition needs an indicator, such as rsi:14, and a number."));
        return u"indicator=%1 %2=%3 timeframe=%4"_s.arg(m_indicator->text().remove(u' '), word, m_threshold->text(), m_indicatorBars->currentData().toString());
    }
    const auto price = m_conditionPrice->value();
    if (!price)
        return failure(price.error());
    if (*price == 0)
        return failure(ErrorCode::InvalidArgument, tr("The condition needs a price."));
    return u"%1=%2"_s.arg(word, decimalText(*price));
}

Result<QStringList> WorkForm::words() const
{
    QStringList words;
    for (const Row &row : m_rows) {
        const auto value = row.value();
        if (!value)
            return failure(value.error());
        if (value->isEmpty() && row.field->isNeeded)
            return failure(ErrorCode::InvalidArgument, tr("“%1” is needed.").arg(workFieldText(*row.field)));
        if (value->isEmpty())
            continue;
        if (row.field->type == Type::Condition)
            words += value->split(u' ');
        else
            words.append(QString::fromLatin1(row.field->key) + u'=' + *value);
    }
    return words;
}

} // namespace bellwether
