#include "core/engine/recordcodec.h"

#include "core/engine/recordfamilies.h"

using namespace Qt::StringLiterals;

namespace bellwether {

QByteArray encodeRecord(const Record &record)
{
    return std::visit([](const auto &value) { return encode(value); }, record);
}

Result<Record> decodeRecord(const QByteArray &body)
{
    thread_local simdjson::dom::parser parser;
    simdjson::dom::element element;
    if (parser.parse(body.constData(), std::size_t(body.size())).get(element) != simdjson::SUCCESS || !element.is_object())
        return failure(ErrorCode::BadData, u"journal record is not a JSON object"_s);
    RecordReader in(element);
    const std::string_view kind = in.view("kind");
    std::optional<Record> record;
    for (const auto family : {readOrderRecord, readSignalRecord, readWorkRecord, readAccountRecord}) {
        if ((record = family(kind, in)))
            break;
    }
    if (!record)
        in.fault("kind");
    if (!in.faultyField().isEmpty()) {
        return failure(ErrorCode::BadData, u"journal record '%1': field '%2' is missing or wrong"_s
                                               .arg(QString::fromUtf8(kind.data(), qsizetype(kind.size())), in.faultyField()));
    }
    return *std::move(record);
}

} // namespace bellwether
