/* Writes down, in order, what a program does to the files below one folder.
 *
 * Preloaded into the program; POWERCUT_FOLDER names the folder, POWERCUT_LOG the log.
 * A record is: what (1 byte), file descriptor (int32), offset (int64), length (int32), bytes.
 * Each call and its record are one step, so that the order in the log is the order on the disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096
#define REAL(name) ((__typeof__(&name))real(#name))

static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static char watched[MOST];
static const char *folder;
static int into = -1;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
    folder = getenv("POWERCUT_FOLDER");
    if (folder)
        into = syscall(SYS_openat, AT_FDCWD, getenv("POWERCUT_LOG"),
                       O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void record(char what, int32_t file, int64_t offset, const void *bytes, int32_t length) {
    char head[17];
    head[0] = what;
    memcpy(head + 1, &file, 4);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &length, 4);
    if (syscall(SYS_write, into, head, sizeof head) != sizeof head ||
        syscall(SYS_write, into, bytes, length) != length)
        abort();
}

static int is_ours(const char *path) {
    size_t length = folder ? strlen(folder) : 0;
    return length && path && !strncmp(path, folder, length) &&
           (path[length] == '/' || !path[length]);
}

static int is_watched(int file) { return file >= 0 && file < MOST && watched[file]; }

static int opened(int file, const char *path, int flags) {
    if (file >= 0 && file < MOST && (watched[file] = is_ours(path)))
        record('o', file, flags & O_TRUNC ? 1 : 0, path, strlen(path));
    return file;
}

#define OPEN(name)                                                   \
    int name(const char *path, int flags, ...) {                     \
        va_list rest;                                                \
        va_start(rest, flags);                                       \
        int mode = va_arg(rest, int);                                \
        va_end(rest);                                                \
        pthread_mutex_lock(&one);                                    \
        int file = opened(REAL(name)(path, flags, mode), path, flags); \
        pthread_mutex_unlock(&one);                                  \
        return file;                                                 \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                     \
    int name(int at, const char *path, int flags, ...) {                 \
        va_list rest;                                                    \
        va_start(rest, flags);                                           \
        int mode = va_arg(rest, int);                                    \
        va_end(rest);                                                    \
        pthread_mutex_lock(&one);                                        \
        int file = opened(REAL(name)(at, path, flags, mode), path, flags); \
        pthread_mutex_unlock(&one);                                      \
        return file;                                                     \
    }
OPENAT(openat)
OPENAT(openat64)

#define PWRITE(name)                                                           \
    ssize_t name(int file, const void *bytes, size_t length, off_t offset) {   \
        pthread_mutex_lock(&one);                                              \
        ssize_t done = REAL(name)(file, bytes, length, offset);                \
        if (done > 0 && is_watched(file)) record('w', file, offset, bytes, done); \
        pthread_mutex_unlock(&one);                                            \
        return done;                                                           \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int file, const void *bytes, size_t length) {
    if (!is_watched(file)) return REAL(write)(file, bytes, length);
    pthread_mutex_lock(&one);
    ssize_t done = REAL(write)(file, bytes, length);
    if (done > 0) record('w', file, lseek(file, 0, SEEK_CUR) - done, bytes, done);
    pthread_mutex_unlock(&one);
    return done;
}

#define CUT(name)                                                    \
    int name(int file, off_t length) {                               \
        pthread_mutex_lock(&one);                                    \
        int done = REAL(name)(file, length);                         \
        if (!done && is_watched(file)) record('t', file, length, "", 0); \
        pthread_mutex_unlock(&one);                                  \
        return done;                                                 \
    }
CUT(ftruncate)
CUT(ftruncate64)

#define SYNC(name)                                              \
    int name(int file) {                                        \
        if (!is_watched(file)) return REAL(name)(file);         \
        pthread_mutex_lock(&one);                               \
        int done = REAL(name)(file);                            \
        if (!done) record('s', file, 0, "", 0);                 \
        pthread_mutex_unlock(&one);                             \
        return done;                                            \
    }
SYNC(fsync)
SYNC(fdatasync)

int close(int file) {
    pthread_mutex_lock(&one);
    if (is_watched(file)) {
        record('c', file, 0, "", 0);
        watched[file] = 0;
    }
    int done = REAL(close)(file);
    pthread_mutex_unlock(&one);
    return done;
}

int unlink(const char *path) {
    pthread_mutex_lock(&one);
    int done = REAL(unlink)(path);
    if (!done && is_ours(path)) record('u', -1, 0, path, strlen(path));
    pthread_mutex_unlock(&one);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    pthread_mutex_lock(&one);
    int done = REAL(mkdir)(path, mode);
    if (!done && is_ours(path)) record('d', -1, 0, path, strlen(path));
    pthread_mutex_unlock(&one);
    return done;
}

int rename(const char *old, const char *new) {
    char both[8192];
    pthread_mutex_lock(&one);
    int done = REAL(rename)(old, new);
    if (!done && is_ours(old))
        record('r', -1, 0, both, snprintf(both, sizeof both, "%s\n%s", old, new));
    pthread_mutex_unlock(&one);
    return done;
}
