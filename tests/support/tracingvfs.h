#pragma once

#include <QByteArray>

#include <memory>
#include <vector>

namespace bellwether::test {

/// One thing that SQLite asked of the disk, or a note that the test put between.
struct DiskOp {
    enum class Kind { Write, Truncate, Sync, Remove, Note };
    Kind kind = Kind::Note;
    QByteArray file;      ///< name without folder
    qint64 offset = 0;    ///< Write; Truncate: new size; Note: the value
    QByteArray bytes;     ///< Write
};

/// A disk that refuses: the n-th call fails, and all after it where it is persistent.
struct DiskFault {
    enum class Kind { WriteError, DiskFull, SyncError, ReadError, OpenError, TruncateError };
    Kind kind = Kind::WriteError;
    int failAt = 0;            ///< counted from 1 among the calls that this kind of fault can hit
    bool isPersistent = false;
};

/// While it lives, every SQLite connection that is opened in this process goes through it to the real files. One at a
/// time; connections must be closed before it goes.
class TracingVfs {
public:
    TracingVfs();
    ~TracingVfs();
    Q_DISABLE_COPY_MOVE(TracingVfs)

    void note(qint64 value) { m_ops.push_back({DiskOp::Kind::Note, {}, value, {}}); }
    const std::vector<DiskOp> &ops() const { return m_ops; }

    void setFault(const DiskFault &fault);
    /// The fault has struck at least once.
    bool hasFailed() const { return m_hasFailed; }

    struct Access;

private:
    std::vector<DiskOp> m_ops;
    DiskFault m_fault;
    int m_calls = 0;
    bool m_hasFailed = false;
    std::unique_ptr<Access> m_access;
};

} // namespace bellwether::test
