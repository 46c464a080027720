#define _GNU_SOURCE
#include "CStoreCalls.h"

#include <malloc.h>
#include <sched.h>
#include <sqlite3.h>
#include <stddef.h>
#include <sys/vfs.h>

int store_leave_without_checkpoint(void *connection) {
  return sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

/* SQLite does not keep the errno of a COMMIT that failed while writing the log: the log's file
   does. */
static int log_errno(sqlite3 *connection) {
  sqlite3_file *file = NULL;
  int code = 0;
  if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) != SQLITE_OK ||
      file == NULL || file->pMethods == NULL)
    return 0;
  file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &code);
  return code;
}

int store_system_errno(void *connection) {
  int code = sqlite3_system_errno((sqlite3 *)connection);
  return code != 0 ? code : log_errno((sqlite3 *)connection);
}

int store_sqlite_version(void) { return sqlite3_libversion_number(); }

unsigned long store_filesystem_magic(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (unsigned long)status.f_type : 0;
}

long long store_free_bytes(const char *path) {
  struct statfs status;
  if (statfs(path, &status) != 0) return -1;
  return (long long)status.f_bavail * (long long)status.f_bsize;
}

void store_keep_memory(int keeps) {
  mallopt(M_TRIM_THRESHOLD, keeps ? 1 << 30 : 128 << 10);
  mallopt(M_TOP_PAD, keeps ? 1 << 20 : 0);
  mallopt(M_MMAP_THRESHOLD, keeps ? 32 << 20 : 128 << 10);
  if (!keeps) malloc_trim(0);
}

int store_usable_cores(void) {
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) != 0) return 1;
  int count = CPU_COUNT(&cores);
  return count > 0 ? count : 1;
}

int store_step(void *statement) {
  int code = sqlite3_step((sqlite3_stmt *)statement);
  return code == SQLITE_ROW ? 1 : code == SQLITE_DONE ? 0 : -code;
}

long long store_number(void *statement, int column) {
  return sqlite3_column_int64((sqlite3_stmt *)statement, column);
}

const void *store_bytes(void *statement, int column, int *count) {
  const void *bytes = sqlite3_column_blob((sqlite3_stmt *)statement, column);
  *count = sqlite3_column_bytes((sqlite3_stmt *)statement, column);
  return bytes;
}

void store_rewind(void *statement) { sqlite3_reset((sqlite3_stmt *)statement); }
