#include "app/bellwether-cli/reportfiles.h"

#include "core/backtest/reporthtml.h"
#include "core/backtest/reportjson.h"
#include "core/backtest/reportpdf.h"

#include <QSaveFile>

#include <memory>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

void addReportFileOptions(CLI::App &verb, ReportFiles &files)
{
    verb.add_flag("--no-equity", files.hasNoEquity, "Leave the equity curve and the days out of the JSON");
    verb.add_option("--report", files.report, "Write the JSON report")->type_name("FILE");
    verb.add_option("--html", files.html, "Write the report as one page that opens in any browser, offline")->type_name("FILE");
    verb.add_option("--pdf", files.pdf, "Write the report for print")->type_name("FILE");
    verb.add_option("--trades", files.trades, "Write the closed trades as CSV")->type_name("FILE");
    verb.add_option("--equity", files.equity, "Write the equity curve as CSV")->type_name("FILE");
}

Result<void> writeReportFiles(const ReportFiles &files, const RunReport &report)
{
    std::vector<std::unique_ptr<QSaveFile>> written;
    const auto add = [&](const std::string &path, const auto &content) -> Result<void> {
        if (path.empty())
            return {};
        auto file = std::make_unique<QSaveFile>(QString::fromStdString(path));
        const QByteArray bytes = content();
        if (!file->open(QIODevice::WriteOnly) || file->write(bytes) != bytes.size())
            return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(file->fileName(), file->errorString()));
        written.push_back(std::move(file));
        return {};
    };
    for (const auto &done : {add(files.report, [&] { return reportJson(report, !files.hasNoEquity); }),
                             add(files.html, [&] { return reportHtml(report); }),
                             add(files.pdf, [&] { return reportPdf(report); }),
                             add(files.trades, [&] { return tradesCsv(report); }),
                             add(files.equity, [&] { return equityCsv(report); })})
        if (!done)
            return done;
    for (const auto &file : written)
        if (!file->commit())
            return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(file->fileName(), file->errorString()));
    return {};
}

} // namespace bellwether::cli
