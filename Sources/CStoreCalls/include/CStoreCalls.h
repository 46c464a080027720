#ifndef CSTORECALLS_H
#define CSTORECALLS_H

/* The calls of SQLite and of the system that Swift cannot make: those with a variable number of
   arguments, and those of headers that it does not import. Connections are passed as plain
   pointers, so that sqlite3.h stays out of this header. */

/* The last connection to leave no longer checkpoints. 0 when done, else SQLite's code. */
int store_leave_without_checkpoint(void *connection);

/* The system's errno behind the connection's last input or output error. */
int store_system_errno(void *connection);

/* The version of the SQLite library that is loaded, as 3040001. */
int store_sqlite_version(void);

/* The magic number of the file system that a path lies on (statfs); 0 where it is not told. */
unsigned long store_filesystem_magic(const char *path);

/* The free bytes of the file system that a path lies on; -1 where they are not told. */
long long store_free_bytes(const char *path);

/* Whether memory that is given back stays with the process, for the next of very many like pieces;
   when no longer, what is free goes back to the system. */
void store_keep_memory(int keeps);

/* How many cores this process may use, at least one. */
int store_usable_cores(void);

/* Goes to the next row of a prepared statement: 1 where there is one, 0 where there is none, else
   SQLite's code, negated. */
int store_step(void *statement);

/* A whole number of the present row. */
long long store_number(void *statement, int column);

/* Bytes of the present row, valid until the next step. */
const void *store_bytes(void *statement, int column, int *count);

/* Lets go of the rows of a statement. */
void store_rewind(void *statement);

#endif
