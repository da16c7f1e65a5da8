#include "tests/support/tracingvfs.h"

#include <mutex>
#include <new>
#include <sqlite3.h>

namespace bellwether::test {

namespace {

std::mutex vfsMutex;               // the writer and a reader may be on two threads
TracingVfs::Access *current = nullptr;

// SQLite allocates this, with room for the real file behind it.
struct TracedFile {
    sqlite3_file base;
    QByteArray *name;
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};
TracedFile *traced(sqlite3_file *file) { return reinterpret_cast<TracedFile *>(file); }
sqlite3_file *realOf(sqlite3_file *file) { return traced(file)->real(); }

QByteArray baseName(const char *path)
{
    const QByteArray whole(path);
    return whole.mid(whole.lastIndexOf('/') + 1);
}

} // namespace

struct TracingVfs::Access {
    TracingVfs &owner;
    sqlite3_vfs *real;
    sqlite3_vfs vfs;
    sqlite3_io_methods methods;

    int faultOf(DiskFault::Kind kind)
    {
        DiskFault &fault = owner.m_fault;
        if (fault.failAt <= 0 || fault.kind != kind)
            return SQLITE_OK;
        ++owner.m_calls;
        if (owner.m_calls != fault.failAt && !(fault.isPersistent && owner.m_calls > fault.failAt))
            return SQLITE_OK;
        owner.m_hasFailed = true;
        switch (kind) {
        case DiskFault::Kind::WriteError: return SQLITE_IOERR_WRITE;
        case DiskFault::Kind::DiskFull: return SQLITE_FULL;
        case DiskFault::Kind::SyncError: return SQLITE_IOERR_FSYNC;
        case DiskFault::Kind::ReadError: return SQLITE_IOERR_READ;
        case DiskFault::Kind::OpenError: return SQLITE_CANTOPEN;
        case DiskFault::Kind::TruncateError: return SQLITE_IOERR_TRUNCATE;
        }
        return SQLITE_OK;
    }
    void trace(DiskOp op)
    {
        if (!op.file.isEmpty())
            owner.m_ops.push_back(std::move(op));
    }
};

namespace {

using Kind = DiskOp::Kind;
using Fault = DiskFault::Kind;

int closeFile(sqlite3_file *file)
{
    const int code = realOf(file)->pMethods->xClose(realOf(file));
    delete traced(file)->name;
    return code;
}
int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
    const std::scoped_lock lock(vfsMutex);
    if (const int fault = current->faultOf(Fault::ReadError))
        return fault;
    return realOf(file)->pMethods->xRead(realOf(file), to, size, offset);
}
int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
    const std::scoped_lock lock(vfsMutex);
    for (const Fault kind : {Fault::WriteError, Fault::DiskFull}) {
        if (const int fault = current->faultOf(kind))
            return fault;
    }
    const int code = realOf(file)->pMethods->xWrite(realOf(file), from, size, offset);
    if (code == SQLITE_OK)
        current->trace({Kind::Write, *traced(file)->name, offset, QByteArray(static_cast<const char *>(from), size)});
    return code;
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const std::scoped_lock lock(vfsMutex);
    if (const int fault = current->faultOf(Fault::TruncateError))
        return fault;
    current->trace({Kind::Truncate, *traced(file)->name, size, {}});
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file *file, int)
{
    const std::scoped_lock lock(vfsMutex);
    if (const int fault = current->faultOf(Fault::SyncError))
        return fault;
    current->trace({Kind::Sync, *traced(file)->name, 0, {}}); // the real sync would only cost time here
    return SQLITE_OK;
}
int fileSize(sqlite3_file *file, sqlite3_int64 *size) { return realOf(file)->pMethods->xFileSize(realOf(file), size); }
int lockFile(sqlite3_file *file, int level) { return realOf(file)->pMethods->xLock(realOf(file), level); }
int unlockFile(sqlite3_file *file, int level) { return realOf(file)->pMethods->xUnlock(realOf(file), level); }
int checkLock(sqlite3_file *file, int *isLocked) { return realOf(file)->pMethods->xCheckReservedLock(realOf(file), isLocked); }
int controlFile(sqlite3_file *file, int op, void *argument) { return realOf(file)->pMethods->xFileControl(realOf(file), op, argument); }
int sectorSize(sqlite3_file *file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); }
int characteristics(sqlite3_file *file) { return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file)); }
int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **at)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, at);
}
int lockShared(sqlite3_file *file, int offset, int count, int flags) { return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags); }
void barrier(sqlite3_file *file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); }
int unmapShared(sqlite3_file *file, int shallDelete) { return realOf(file)->pMethods->xShmUnmap(realOf(file), shallDelete); }

int openFile(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    const std::scoped_lock lock(vfsMutex);
    file->pMethods = nullptr;
    if (const int fault = current->faultOf(Fault::OpenError))
        return fault;
    const int code = current->real->xOpen(current->real, path, realOf(file), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    traced(file)->name = new QByteArray(path != nullptr ? baseName(path) : QByteArray());
    file->pMethods = &current->methods;
    return SQLITE_OK;
}
int removeFile(sqlite3_vfs *, const char *path, int syncFolder)
{
    const std::scoped_lock lock(vfsMutex);
    const int code = current->real->xDelete(current->real, path, 0);
    if (code == SQLITE_OK)
        current->trace({Kind::Remove, baseName(path), syncFolder, {}});
    return code;
}

} // namespace

TracingVfs::TracingVfs()
{
    const std::scoped_lock lock(vfsMutex);
    if (current != nullptr)
        qFatal("one traced disk at a time");
    sqlite3_vfs *real = sqlite3_vfs_find(nullptr);
    m_access = std::make_unique<Access>(Access{*this, real, *real, {}});
    m_access->methods = {2,         closeFile, readFile,    writeFile,  truncateFile,    syncFile,  fileSize,   lockFile, unlockFile,
                         checkLock, controlFile, sectorSize, characteristics, mapShared, lockShared, barrier,  unmapShared, nullptr, nullptr};
    m_access->vfs.zName = "traced";
    m_access->vfs.szOsFile = int(sizeof(TracedFile)) + real->szOsFile;
    m_access->vfs.pNext = nullptr;
    m_access->vfs.xOpen = openFile;
    m_access->vfs.xDelete = removeFile;
    current = m_access.get();
    sqlite3_vfs_register(&m_access->vfs, 1);
}

TracingVfs::~TracingVfs()
{
    sqlite3_vfs_unregister(&m_access->vfs);
    sqlite3_vfs_register(m_access->real, 1);
    const std::scoped_lock lock(vfsMutex);
    current = nullptr;
}

void TracingVfs::setFault(const DiskFault &fault)
{
    const std::scoped_lock lock(vfsMutex);
    m_fault = fault;
    m_calls = 0;
    m_hasFailed = false;
}

} // namespace bellwether::test
