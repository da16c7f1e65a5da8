#include "app/bellwether-cli/verbs/verbs.h"

#include "core/strategy/strategycatalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

QString text(std::string_view value) { return QString::fromUtf8(value.data(), qsizetype(value.size())); }
QString text(double value) { return QString::number(value, 'g', QLocale::FloatingPointShortest); }

QString typeName(ParameterSpec::Type type)
{
    switch (type) {
    case ParameterSpec::Type::Integer: return u"integer"_s;
    case ParameterSpec::Type::Real: return u"real"_s;
    case ParameterSpec::Type::Boolean: return u"boolean"_s;
    }
    return {};
}

QJsonObject jsonOf(const StrategyInfo &info)
{
    QJsonArray parameters;
    for (const ParameterSpec &parameter : info.parameters) {
        parameters.append(QJsonObject{{u"name"_s, text(parameter.name)},
                                      {u"type"_s, typeName(parameter.type)},
                                      {u"default"_s, parameter.fallback},
                                      {u"min"_s, parameter.min},
                                      {u"max"_s, parameter.max},
                                      {u"step"_s, parameter.step},
                                      {u"help"_s, text(parameter.help)}});
    }
    return {{u"id"_s, text(info.id)},
            {u"title"_s, text(info.title)},
            {u"category"_s, toString(info.category)},
            {u"help"_s, text(info.help)},
            {u"parameters"_s, parameters}};
}

void printJson(const QJsonDocument &document) { print(QString::fromUtf8(document.toJson(QJsonDocument::Indented))); }

void printDetail(const StrategyInfo &info)
{
    print(u"%1  (%2, %3)\n%4\n\n"_s.arg(text(info.id), text(info.title), toString(info.category), text(info.help)));
    for (const ParameterSpec &parameter : info.parameters) {
        print(u"  %1 %2 default %3, %4 to %5  %6\n"_s.arg(text(parameter.name), -16)
                  .arg(typeName(parameter.type), -8)
                  .arg(text(parameter.fallback), text(parameter.min), text(parameter.max), text(parameter.help)));
    }
}

int run(const std::string &id, const Context &context)
{
    if (!id.empty()) {
        const auto info = findStrategy(QString::fromStdString(id));
        if (!info)
            return fail(info.error());
        if (context.isJson)
            printJson(QJsonDocument(jsonOf(**info)));
        else
            printDetail(**info);
        return Done;
    }
    QJsonArray all;
    for (const StrategyInfo *info : shippedStrategies()) {
        if (context.isJson)
            all.append(jsonOf(*info));
        else
            print(u"%1 %2 %3\n"_s.arg(text(info->id), -24).arg(toString(info->category), -14).arg(text(info->help)));
    }
    if (context.isJson)
        printJson(QJsonDocument(QJsonObject{{u"strategies"_s, all}}));
    return Done;
}

} // namespace

void addStrategiesVerb(CLI::App &app, Context &context)
{
    CLI::App *verb = app.add_subcommand("strategies", "The strategies that ship, with their parameters");
    addCommonOptions(*verb, context);
    const auto id = std::make_shared<std::string>();
    verb->add_option("id", *id, "Show one strategy with its parameters, their ranges and defaults")->type_name("ID");
    verb->callback([id, &context] { context.run = [id, &context] { return run(*id, context); }; });
}

} // namespace bellwether::cli
