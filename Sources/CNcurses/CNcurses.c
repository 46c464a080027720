#define _GNU_SOURCE 1
#define _XOPEN_SOURCE 700
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "CNcurses.h"

#include <dlfcn.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <fcntl.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

extern char **environ;

static SCREEN *screen;
static cn_options options;
static bool active;  // between start and stop, and not left
static struct termios cooked;
static volatile sig_atomic_t hung_up, terminated;
static int wake_pipe[2] = {-1, -1};

// MARK: width

static cn_width_rule width_rule;
static bool ambiguous_wide;
static int (*libc_width)(wchar_t);
static bool curses_uses_rule;
static bool multiplexed;

// Curses asks wcwidth, and glibc's table is older than the names in use (CJK Extension I). The
// linker exports this definition because libncursesw needs the symbol, so curses asks us instead.
int wcwidth(wchar_t scalar) {
  if (width_rule) return width_rule((uint32_t)scalar, ambiguous_wide);
  if (!libc_width) libc_width = (int (*)(wchar_t))dlsym(RTLD_NEXT, "wcwidth");
  return libc_width ? libc_width(scalar) : 1;
}

void cn_set_escape_delay(int milliseconds) { set_escdelay(milliseconds); }

void cn_set_width_rule(cn_width_rule rule, bool wide) {
  width_rule = rule;
  ambiguous_wide = wide;
  if (!libc_width) libc_width = (int (*)(wchar_t))dlsym(RTLD_NEXT, "wcwidth");
  curses_uses_rule = dlsym(RTLD_DEFAULT, "wcwidth") == (void *)wcwidth;
}

// MARK: modes

static void say(const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t n = write(STDOUT_FILENO, text, left);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    text += n;
    left -= (size_t)n;
  }
}

void cn_write(const char *bytes, int count) {
  while (count > 0) {
    ssize_t n = write(STDOUT_FILENO, bytes, (size_t)count);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    bytes += n;
    count -= (int)n;
  }
}

static void modes_on(void) {
  if (options.paste) say("\033[?2004h");
  if (options.focus) say("\033[?1004h");
}

static void modes_off(void) {
  if (options.focus) say("\033[?1004l");
  if (options.paste) say("\033[?2004l");
}

// MARK: keys

enum {
  CODE_PASTE_BEGIN = KEY_MAX + 1,
  CODE_PASTE_END,
  CODE_FOCUS_IN,
  CODE_FOCUS_OUT,
  CODE_MODIFIED = KEY_MAX + 64,  // + modifiers * 64 + cn_key
};

static void define_keys(void) {
  static const struct { char letter; cn_key key; } letters[] = {
      {'A', CN_UP}, {'B', CN_DOWN}, {'C', CN_RIGHT}, {'D', CN_LEFT}, {'H', CN_HOME}, {'F', CN_END}};
  static const struct { int number; cn_key key; } numbers[] = {
      {2, CN_INSERT}, {3, CN_DELETE}, {5, CN_PAGE_UP}, {6, CN_PAGE_DOWN}};
  char sequence[24];
  if (options.paste) {
    define_key("\033[200~", CODE_PASTE_BEGIN);
    define_key("\033[201~", CODE_PASTE_END);
  }
  if (options.focus) {
    define_key("\033[I", CODE_FOCUS_IN);
    define_key("\033[O", CODE_FOCUS_OUT);
  }
  // xterm's modified keys: the parameter is one more than shift 1, alt 2, control 4.
  for (int modifiers = 1; modifiers < 8; modifiers++) {
    int base = CODE_MODIFIED + modifiers * 64;
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
      snprintf(sequence, sizeof sequence, "\033[1;%d%c", modifiers + 1, letters[i].letter);
      define_key(sequence, base + (int)letters[i].key);
    }
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
      snprintf(sequence, sizeof sequence, "\033[%d;%d~", numbers[i].number, modifiers + 1);
      define_key(sequence, base + (int)numbers[i].key);
    }
  }
  // Terminals in normal cursor mode although terminfo promises application mode, or the reverse.
  for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
    snprintf(sequence, sizeof sequence, "\033[%c", letters[i].letter);
    define_key(sequence, CODE_MODIFIED + (int)letters[i].key);
    snprintf(sequence, sizeof sequence, "\033O%c", letters[i].letter);
    define_key(sequence, CODE_MODIFIED + (int)letters[i].key);
  }
}

static bool named(wint_t code, cn_event *event) {
  event->kind = CN_KEY;
  if (code >= CODE_MODIFIED) {
    unsigned packed = (unsigned)code - CODE_MODIFIED;
    event->modifiers = packed / 64;
    event->code = packed % 64;
    return true;
  }
  if (code >= KEY_F(1) && code <= KEY_F(12)) {
    event->code = CN_F0 + (code - KEY_F0);
    return true;
  }
  if (code >= KEY_F(13) && code <= KEY_F(24)) {
    event->code = CN_F0 + (code - KEY_F0 - 12);
    event->modifiers = CN_SHIFT;
    return true;
  }
  switch (code) {
    case KEY_UP: event->code = CN_UP; return true;
    case KEY_DOWN: event->code = CN_DOWN; return true;
    case KEY_LEFT: event->code = CN_LEFT; return true;
    case KEY_RIGHT: event->code = CN_RIGHT; return true;
    case KEY_HOME: case KEY_FIND: event->code = CN_HOME; return true;
    case KEY_END: case KEY_SELECT: event->code = CN_END; return true;
    case KEY_PPAGE: event->code = CN_PAGE_UP; return true;
    case KEY_NPAGE: event->code = CN_PAGE_DOWN; return true;
    case KEY_IC: event->code = CN_INSERT; return true;
    case KEY_DC: event->code = CN_DELETE; return true;
    case KEY_BACKSPACE: event->code = CN_BACKSPACE; return true;
    case KEY_ENTER: event->code = CN_ENTER; return true;
    case KEY_BTAB: event->code = CN_BACKTAB; return true;
    default: event->kind = CN_NONE; return false;
  }
}

static void read_mouse(cn_event *event) {
  static struct timespec last;
  static int last_row = -1, last_column = -1;
  static bool down;
  MEVENT mouse;
  event->kind = CN_NONE;
  if (getmouse(&mouse) != OK) return;
  event->row = mouse.y;
  event->column = mouse.x;
  if (mouse.bstate & BUTTON_SHIFT) event->modifiers |= CN_SHIFT;
  if (mouse.bstate & BUTTON_CTRL) event->modifiers |= CN_CTRL;
  if (mouse.bstate & BUTTON_ALT) event->modifiers |= CN_ALT;
  mmask_t state = mouse.bstate;
  // On a slow line press and release come together, and curses keeps the release alone.
  static const mmask_t released = BUTTON1_RELEASED | BUTTON2_RELEASED | BUTTON3_RELEASED;
  if (state & BUTTON1_PRESSED || state & BUTTON2_PRESSED || state & BUTTON3_PRESSED) {
    down = true;
  } else if (state & released) {
    if (!down) {
      state = state & BUTTON1_RELEASED   ? BUTTON1_PRESSED
              : state & BUTTON2_RELEASED ? BUTTON2_PRESSED
                                         : BUTTON3_PRESSED;
    }
    down = false;
  }
  event->kind = CN_MOUSE;
  if (state & BUTTON4_PRESSED) event->action = CN_WHEEL_UP;
  else if (state & BUTTON5_PRESSED) event->action = CN_WHEEL_DOWN;
  else if (state & released) {
    event->action = CN_RELEASE;
    event->button = state & BUTTON1_RELEASED ? 1 : state & BUTTON2_RELEASED ? 2 : 3;
  } else if (state & (BUTTON1_PRESSED | BUTTON2_PRESSED | BUTTON3_PRESSED)) {
    event->action = CN_PRESS;
    event->button = state & BUTTON1_PRESSED ? 1 : state & BUTTON2_PRESSED ? 2 : 3;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long ms = (now.tv_sec - last.tv_sec) * 1000 + (now.tv_nsec - last.tv_nsec) / 1000000;
    if (event->button == 1 && ms < 400 && last_row == mouse.y && last_column == mouse.x) {
      event->action = CN_DOUBLE;
      last_row = -1;
    } else {
      last = now;
      last_row = mouse.y;
      last_column = mouse.x;
    }
  } else event->kind = CN_NONE;
}

static int readable(int timeout_ms) {
  struct pollfd ends[2] = {{STDIN_FILENO, POLLIN, 0}, {wake_pipe[0], POLLIN, 0}};
  int n = poll(ends, wake_pipe[0] < 0 ? 1 : 2, timeout_ms);
  if (n <= 0) return 0;
  int result = 0;
  if (ends[0].revents) result |= 1;
  if (ends[0].revents & (POLLHUP | POLLERR | POLLNVAL)) hung_up = 1;
  if (wake_pipe[0] >= 0 && ends[1].revents) result |= 2;
  return result;
}

// A read with a little patience when bytes are there, so that a character is never cut in two.
static int read_key(wint_t *code, bool bytes_there) {
  timeout(bytes_there ? 20 : 0);
  return get_wch(code);
}

cn_event cn_next(int timeout_ms) {
  cn_event event = {0};
  wint_t code = 0;
  int ready = readable(0);
  int status = read_key(&code, ready & 1);
  if (status == ERR && timeout_ms != 0 && !(ready & 2)) {
    ready = hung_up || terminated ? 0 : readable(timeout_ms);
    status = read_key(&code, ready & 1);
  }
  if (status == ERR) {
    if (ready & 2) {
      char drain[64];
      while (read(wake_pipe[0], drain, sizeof drain) > 0) {}
      event.kind = CN_WOKEN;
    }
    return event;
  }
  if (status == KEY_CODE_YES) {
    switch (code) {
      case KEY_RESIZE: event.kind = CN_RESIZE; break;
      case KEY_MOUSE: read_mouse(&event); break;
      case CODE_PASTE_BEGIN: event.kind = CN_PASTE_BEGIN; break;
      case CODE_PASTE_END: event.kind = CN_PASTE_END; break;
      case CODE_FOCUS_IN: event.kind = CN_FOCUS_IN; break;
      case CODE_FOCUS_OUT: event.kind = CN_FOCUS_OUT; break;
      default: named(code, &event);
    }
    return event;
  }
  event.kind = CN_CHARACTER;
  event.code = (uint32_t)code;
  if (code != 27) return event;
  // Alt-a arrives as ESC, a. What follows at once belongs to it; a second ESC does not.
  status = read_key(&code, false);
  if (status == OK && code == 27) unget_wch((wchar_t)code);
  else if (status == OK) {
    event.code = (uint32_t)code;
    event.modifiers = CN_ALT;
  } else if (status == KEY_CODE_YES) {
    if (code == KEY_RESIZE) event.kind = CN_RESIZE;
    else if (named(code, &event)) event.modifiers |= CN_ALT;
  }
  return event;
}

bool cn_wake(void) { return wake_pipe[1] >= 0 && write(wake_pipe[1], "w", 1) == 1; }

// MARK: the screen

static void at_exit(void) { cn_stop(); }

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static void set_up(void) {
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  // All input that is there was read before a frame is drawn; curses need not look for more.
  typeahead(-1);
  set_escdelay(options.escape_delay_ms);
  if (options.mouse) {
    mousemask(BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON2_PRESSED | BUTTON2_RELEASED |
                  BUTTON3_PRESSED | BUTTON3_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED |
                  BUTTON_SHIFT | BUTTON_CTRL | BUTTON_ALT,
              NULL);
    mouseinterval(0);
  }
}

cn_start_result cn_start(cn_options wanted) {
  static bool registered;
  if (screen) return CN_STARTED;
  options = wanted;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CN_NO_TERMINAL;
  setlocale(LC_ALL, "");
  if (!is_utf8()) setlocale(LC_ALL, "C.UTF-8");
  if (!is_utf8()) return CN_NO_UTF8;
  setlocale(LC_NUMERIC, "C");
  multiplexed = getenv("TMUX") || getenv("STY");
  tcgetattr(STDIN_FILENO, &cooked);
  screen = newterm(NULL, stdout, stdin);
  if (!screen) return CN_UNKNOWN_TERM;
  set_term(screen);
  // Until a screen has been left once, ncurses 6.4 sends what it has before each movement of the
  // cursor: a system call for every changed piece of a row. The first refresh comes back.
  endwin();
  set_up();
  define_keys();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0) {
    wake_pipe[0] = wake_pipe[1] = -1;
  }
  modes_on();
  active = true;
  if (!registered) registered = atexit(at_exit) == 0;
  return CN_STARTED;
}

static const char *capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// endwin leaves the cursor at the beginning of the last row. A terminal without a screen of its own
// for programs keeps the picture, so that row is emptied for what is printed next.
static void clear_last_row(void) {
  const char *erase = capability("el");
  if (capability("rmcup") || !erase) return;
  putp(erase);
  fflush(stdout);
}

void cn_leave(void) {
  if (!active) return;
  active = false;
  modes_off();
  endwin();
  clear_last_row();
}

void cn_return(void) {
  if (!screen || active) return;
  active = true;
  // A first refresh after endwin puts the modes and the whole picture back.
  reset_prog_mode();
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
  modes_on();
}

void cn_stop(void) {
  cn_leave();
  if (!screen) return;
  delscreen(screen);
  screen = NULL;
}

void cn_suspend(void) {
  struct sigaction standard = {0}, before;
  cn_leave();
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &before);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
  cn_return();
}

int cn_rows(void) { return screen ? getmaxy(stdscr) : 0; }
int cn_columns(void) { return screen ? getmaxx(stdscr) : 0; }
int cn_colours(void) { return screen && has_colors() ? COLORS : 0; }

int cn_pair(int foreground, int background) {
  if (!has_colors() || (foreground < 0 && background < 0)) return 0;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

// The glyph that can be sent. tmux and screen measure by this machine's libc and lose what it does
// not know, which would shift the rest of the row; other terminals are newer than that.
static wchar_t agreed(uint32_t scalar, int columns, int *sent) {
  *sent = columns;
  if (scalar < 128 || !libc_width || (curses_uses_rule && !multiplexed)) return (wchar_t)scalar;
  int known = libc_width((wchar_t)scalar);
  if (known == columns || (curses_uses_rule && known > 0)) return (wchar_t)scalar;
  *sent = curses_uses_rule ? wcwidth(L'\u25A1') : 1;
  if (known == 1) {
    *sent = 1;
    return (wchar_t)scalar;
  }
  return L'\u25A1';
}

void cn_put(int row, int column, const cn_cell *cells, int count, uint32_t bits, int pair) {
  enum { CHUNK = 256 };
  cchar_t run[CHUNK], model;
  attr_t attributes = A_NORMAL;
  wchar_t blank[2] = {L' ', 0};
  if (bits & CN_BOLD) attributes |= A_BOLD;
  if (bits & CN_DIM) attributes |= A_DIM;
  if (bits & CN_UNDERLINE) attributes |= A_UNDERLINE;
  if (bits & CN_REVERSE) attributes |= A_REVERSE;
  if (bits & CN_ITALIC) attributes |= A_ITALIC;
  // Above 255 the pair only fits through the last argument.
  setcchar(&model, blank, attributes, (short)(pair & 0x7fff), &pair);
  int used = 0, at = column;
  for (int i = 0; i < count; i++) {
    if (cells[i].scalar == 0) {
      if (i == 0) column = ++at;  // never begin inside a glyph
      continue;
    }
    int columns = i + 1 < count && cells[i + 1].scalar == 0 ? 2 : 1;
    int sent;
    wchar_t glyph = agreed(cells[i].scalar, columns, &sent);
    run[used] = model;
    run[used++].chars[0] = glyph;
    if (sent < columns) run[used++] = model;
    at += columns;
    if (used >= CHUNK - 2) {
      mvadd_wchnstr(row, column, run, used);
      column = at;
      used = 0;
    }
  }
  if (used > 0) mvadd_wchnstr(row, column, run, used);
}

void cn_show(int row, int column, bool cursor_visible, bool synchronized) {
  static int shown = -1;
  if (!active) return;
  if (synchronized) say("\033[?2026h");
  if (shown != cursor_visible) {
    curs_set(cursor_visible);
    shown = cursor_visible;
  }
  wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
  if (synchronized) say("\033[?2026l");
}

void cn_repaint(void) {
  if (screen) clearok(curscr, TRUE);
}

void cn_bell(void) {
  if (active) beep();
}

// MARK: signals

static void keep_flag(int signal) {
  if (signal == SIGHUP) hung_up = 1;
  else terminated = 1;
}

// Only calls that are safe in a handler: the screen is left by hand, then the signal goes on.
static void crash(int signal) {
  if (active) {
    static const char leave[] =
        "\033[?2026l\033[?1004l\033[?2004l\033[?1006l\033[?1002l\033[?1000l"
        "\033[0m\033[?25h\033[?1l\033>\033[?1049l\r\n";
    ssize_t ignored = write(STDOUT_FILENO, leave, sizeof leave - 1);
    (void)ignored;
    tcsetattr(STDIN_FILENO, TCSANOW, &cooked);
    active = false;
  }
  raise(signal);
}

void cn_catch_signals(void) {
  struct sigaction flag = {0}, fatal = {0};
  flag.sa_handler = keep_flag;
  sigaction(SIGHUP, &flag, NULL);
  sigaction(SIGTERM, &flag, NULL);
  fatal.sa_handler = crash;
  fatal.sa_flags = SA_RESETHAND | SA_NODEFER;
  static const int fatals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  for (size_t i = 0; i < sizeof fatals / sizeof fatals[0]; i++) sigaction(fatals[i], &fatal, NULL);
}

bool cn_hangup(void) { return hung_up; }
bool cn_terminated(void) { return terminated; }

int cn_run(const char *const *arguments) {
  pid_t child;
  int status = 0;
  if (posix_spawnp(&child, arguments[0], NULL, NULL, (char *const *)arguments, environ) != 0) {
    return 127;
  }
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return 127;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
